using System.Text.RegularExpressions;

namespace MyPortal.ProfileApi.BookingLinks;

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
    public static BookingLinkResult Parse(string? text, BookingLinkRules rules)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return BookingLinkResult.Empty;

        if (text.Length > 4 * MaxLength)
            return BookingLinkResult.Refused(TooLong(text.Length));

        if (BookingLinkText.FindProblem(text) is { } problem)
            return BookingLinkResult.Refused(problem);

        var parts = Shape().Match(text);
        if (!parts.Success)
            return BookingLinkResult.Refused("After https:// the link needs a host, as in https://cal.com/your-name.");

        var origin = BookingLinkOrigin.Parse(parts.Groups["scheme"].Value, parts.Groups["authority"].Value, rules);
        if (origin.Problem is not null)
            return origin;

        var rest = BookingLinkPath.Parse(parts.Groups["path"].Value, parts.Groups["query"].Value, parts.Groups["fragment"].Value);
        if (rest.Problem is not null)
            return rest;

        var url = origin.Url + rest.Url;
        return url.Length > MaxLength ? BookingLinkResult.Refused(TooLong(url.Length)) : BookingLinkResult.Accepted(url);
    }

    private static string TooLong(int length) => $"A booking link can have at most {MaxLength} characters; this one has {length}.";

    [GeneratedRegex(@"^(?<scheme>https?)://(?<authority>[^/?#]+)(?<path>/[^?#]*)?(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}

/// <summary>Exactly one of the two is set, or neither when there is no link.</summary>
/// <param name="Url">The normalised link (or the part of it that was parsed).</param>
/// <param name="Problem">What is wrong, as a sentence for the person who typed it.</param>
internal readonly record struct BookingLinkResult(string? Url, string? Problem)
{
    public static BookingLinkResult Empty => default;

    public static BookingLinkResult Accepted(string url) => new(url, null);

    public static BookingLinkResult Refused(string problem) => new(null, problem);
}
