using System.Text.RegularExpressions;

namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>
/// What a booking link is. The text is taken apart here and put together again from checked parts, so that every parser sees the same
/// host in what is stored; nothing is left for a browser to repair. Where browsers and RFC 3986 disagree (backslashes, missing or
/// additional slashes, tabs, dot segments, numbers as hosts), the link is refused.
/// </summary>
internal static partial class BookingLink
{
    /// <summary>Characters of the normalised link: the width of <c>users.booking_link_url</c>.</summary>
    public const int MaxLength = 500;

    /// <summary>Blank text means "no link" and is no problem. The result's link, parsed again, gives itself.</summary>
    public static LinkResult Parse(string? text, LinkRules rules)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return LinkResult.Empty;

        if (text.Length > 4 * MaxLength)
            return LinkResult.Refused(TooLong(text.Length));

        if (LinkText.FindProblem(text) is { } problem)
            return LinkResult.Refused(problem);

        var parts = Shape().Match(text);
        if (!parts.Success)
            return LinkResult.Refused("After https:// the link needs a host, as in https://cal.com/your-name.");

        var origin = LinkOrigin.Parse(parts.Groups["scheme"].Value, parts.Groups["authority"].Value, rules);
        if (origin.Problem is not null)
            return origin;

        var rest = LinkPath.Parse(parts.Groups["path"].Value, parts.Groups["query"].Value, parts.Groups["fragment"].Value);
        if (rest.Problem is not null)
            return rest;

        var url = origin.Url + rest.Url;
        return url.Length > MaxLength ? LinkResult.Refused(TooLong(url.Length)) : LinkResult.Accepted(url);
    }

    private static string TooLong(int length) => $"A booking link can have at most {MaxLength} characters; this one has {length}.";

    [GeneratedRegex(@"^(?<scheme>https?)://(?<authority>[^/?#]+)(?<path>/[^?#]*)?(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
