using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Automation.Templates;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>Everything that rules can be made of.</summary>
/// <param name="Triggers">What can set a rule off.</param>
/// <param name="Fields">What conditions can look at.</param>
/// <param name="Actions">What a rule can do.</param>
/// <param name="Placeholders">What templates can say.</param>
public sealed record Vocabulary(
    IReadOnlyList<TriggerWord> Triggers, IReadOnlyList<FieldWord> Fields, IReadOnlyList<ActionWord> Actions, IReadOnlyList<PlaceholderWord> Placeholders);

/// <summary>A trigger.</summary>
/// <param name="Trigger">As rules spell it.</param>
/// <param name="Label">As pages call it.</param>
/// <param name="IsAboutCall">Whether there is a call to look at and speak of.</param>
public sealed record TriggerWord(TicketEventKind Trigger, string Label, bool IsAboutCall);

/// <summary>A field.</summary>
/// <param name="Field">As rules spell it.</param>
/// <param name="Label">As pages call it.</param>
/// <param name="Type">How its values are written.</param>
/// <param name="Operators">How it can be compared.</param>
/// <param name="Choices">The values of a choice; null for other types.</param>
/// <param name="NeedsCall">Only for triggers that are about a call.</param>
public sealed record FieldWord(
    string Field, string Label, FieldType Type, IReadOnlyList<Comparison> Operators, IReadOnlyList<string>? Choices, bool NeedsCall);

/// <summary>An action.</summary>
/// <param name="Action">As rules spell it.</param>
/// <param name="Label">As pages call it.</param>
/// <param name="Parameters">What it takes.</param>
public sealed record ActionWord(ActionKind Action, string Label, IReadOnlyList<ParameterWord> Parameters);

/// <summary>A parameter of an action.</summary>
/// <param name="Name">As rules spell it.</param>
/// <param name="Required">Whether the action needs it.</param>
public sealed record ParameterWord(string Name, bool Required);

/// <summary>A placeholder of templates, written in double braces.</summary>
/// <param name="Placeholder">Its name.</param>
/// <param name="Meaning">What stands there afterwards.</param>
/// <param name="NeedsCall">Only for triggers that are about a call.</param>
public sealed record PlaceholderWord(string Placeholder, string Meaning, bool NeedsCall);

internal static class VocabularyEndpoints
{
    private static readonly Vocabulary All = new(
        [.. Enum.GetValues<TicketEventKind>().Select(trigger => new TriggerWord(trigger, Triggers.Label(trigger), Triggers.IsAboutCall(trigger)))],
        [.. Fields.All.Select(field => new FieldWord(field.Name, field.Label, field.Type, Comparisons.For(field.Type), field.Choices, !field.IsFor(TicketEventKind.Replied)))],
        [.. Enum.GetValues<ActionKind>().Select(kind => new ActionWord(kind, kind.Label(),
            [.. kind.Parameters().Select(parameter => new ParameterWord(parameter.Name, parameter.IsRequired))]))],
        [.. Placeholders.All.Select(placeholder => new PlaceholderWord(placeholder.Name, placeholder.Meaning, placeholder.NeedsCall))]);

    public static void MapVocabulary(this RouteGroupBuilder automation) => automation.MapGet("/vocabulary", Read).WithName("ReadVocabulary");

    /// <summary>What rules can be made of: triggers, fields with their types and operators, actions, and the placeholders of templates.</summary>
    public static Ok<Vocabulary> Read() => TypedResults.Ok(All);
}
