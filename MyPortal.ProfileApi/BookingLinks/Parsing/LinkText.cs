using System.Globalization;
using System.Text.RegularExpressions;

namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>What can be said of the text before it is taken apart: its characters and how it begins.</summary>
internal static partial class LinkText
{
    public static string? FindProblem(string text)
    {
        if (text.Any(char.IsControl))
            return "The link contains a line break or another control character. Copy it again, or type it.";

        if (text.Any(char.IsWhiteSpace))
            return "Remove the space inside the link.";

        if (text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD || Rune(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            return "The link contains an invisible character. Type it instead of copying it.";

        if (text.Contains('\\'))
            return "Use / instead of \\ in the link.";

        return FindProblemOfScheme(text);
    }

    private static UnicodeCategory Rune(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune);

    private static string? FindProblemOfScheme(string text)
    {
        var scheme = Scheme().Match(text);
        if (!scheme.Success)
            return $"Use a link that starts with https://. Did you mean https://{text.TrimStart('/', ':')}?";

        return scheme.Value.ToUpperInvariant() switch
        {
            "HTTP:" or "HTTPS:" when !Slashes().IsMatch(text) => "Write https:// with exactly two slashes, then the host, as in https://cal.com/your-name.",
            "HTTP:" or "HTTPS:" => null,
            _ => $"Use a link that starts with https://. A link that starts with {scheme.Value} cannot be a booking link.",
        };
    }

    // A name followed by a colon is a scheme, unless a port follows: cal.com:443/me is a host without its scheme.
    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex("^https?://[^/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();
}
