using System.Text;
using System.Text.RegularExpressions;

namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>
/// What follows the origin. The fragment is kept: some booking platforms route by it (Cal.com's is never passed on). Letters outside
/// ASCII become percent-encoded UTF-8, as in browsers.
/// </summary>
internal static partial class LinkPath
{
    public static LinkResult Parse(string path, string query, string fragment)
    {
        if (!Percents().IsMatch(path + query + fragment))
            return LinkResult.Refused("The link contains a % that is not followed by two hexadecimal digits. Copy it again.");

        // %00 to %1F and %7F; in the path also an encoded . / or \, which parsers decode at different times.
        if (EncodedControls().IsMatch(path + query + fragment) || EncodedSeparators().IsMatch(path))
            return LinkResult.Refused("The link contains an encoded control character, dot or slash. Copy it again from your booking page.");

        if (path.Split('/').Any(segment => segment is "." or ".."))
            return LinkResult.Refused("Remove the /./ or /../ from the link.");

        if (Strange().IsMatch(path + query + fragment))
            return LinkResult.Refused("The link contains a character that links cannot contain, such as \" < > ^ ` { | }.");

        var url = new StringBuilder(path.Length == 0 ? "/" : Encode(path));
        if (query.Length > 0)
            url.Append('?').Append(Encode(query).Replace("'", "%27", StringComparison.Ordinal));
        if (fragment.Length > 0)
            url.Append('#').Append(Encode(fragment));
        return LinkResult.Accepted(url.ToString());
    }

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            encoded.Append(rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));

        return PercentPair().Replace(encoded.ToString(), pair => pair.Value.ToUpperInvariant());
    }

    [GeneratedRegex("^(?:[^%]|%[0-9a-f]{2})*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Percents();

    [GeneratedRegex("%(?:[01][0-9a-f]|7f)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EncodedControls();

    [GeneratedRegex("%(?:2e|2f|5c)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EncodedSeparators();

    [GeneratedRegex("""["<>^`{|}]""")]
    private static partial Regex Strange();

    [GeneratedRegex("%[0-9a-f]{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PercentPair();
}
