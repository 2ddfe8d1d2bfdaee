using System.Text.RegularExpressions;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Automation.Templates;

/// <summary>
/// Plain text with placeholders such as <c>{{ticket.number}}</c>, and nothing else: no expressions, loops or includes. Values are put in once
/// and never read as a template again, so that no ticket text can become one.
/// </summary>
internal static partial class Template
{
    public const int MaxLength = 5_000;

    /// <summary>What is wrong with it, in words; null when every placeholder is known and available.</summary>
    /// <param name="text">The template.</param>
    /// <param name="hasCall">Whether the trigger is about a call, so that there is one to speak of.</param>
    public static string? Problem(string text, bool hasCall)
    {
        foreach (Match found in Opening().Matches(text))
        {
            var placeholder = Placeholder().Match(text, found.Index);
            if (!placeholder.Success || placeholder.Index != found.Index)
                return "After {{ must come the name of a placeholder and }}, for example {{ticket.number}}.";
            var name = placeholder.Groups["name"].Value;
            if (Placeholders.Find(name) is not { } known)
                return $"There is no placeholder {{{{{name}}}}}. Use one of {Placeholders.Names(hasCall)}.";
            if (known.NeedsCall && !hasCall)
                return $"{{{{{name}}}}} can be used only when the trigger is about a call.";
        }
        return null;
    }

    /// <summary>The text with its placeholders replaced, cut to <paramref name="length"/>. Unknown ones, which saving refuses, stay as they are.</summary>
    public static string Render(string text, TemplateFacts facts, int length) =>
        Placeholder().Replace(text, found => Placeholders.Find(found.Groups["name"].Value)?.Value(facts) ?? found.Value).ShortenTo(length);

    /// <summary>One line, for a mail's subject: whatever a value holds, it starts no header of its own.</summary>
    public static string RenderLine(string text, TemplateFacts facts) =>
        Render(text, facts, TextLimits.MaxSubjectLength).OneLine();

    [GeneratedRegex(@"\{\{")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\{\{ {0,3}(?<name>[a-z_.]{1,40}) {0,3}\}\}")]
    private static partial Regex Placeholder();
}
