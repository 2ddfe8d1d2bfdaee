namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>How Cal.com's embed is told about a link, or why the link opens in a new tab instead.</summary>
/// <param name="Facts">Null when the link cannot be embedded.</param>
/// <param name="Notice">For the person who owns the link; null when there is nothing to say.</param>
internal sealed record CalComEmbed(EmbedResponse? Facts, string? Notice)
{
    private const string CalCom = "https://cal.com";

    // Pages of the Cal.com application itself, which people copy from the address bar by mistake.
    private static readonly HashSet<string> NotCalendars = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "apps", "auth", "availability", "booking", "bookings", "event-types", "getting-started", "insights",
        "login", "more", "reschedule", "routing-forms", "settings", "signup", "teams", "workflows",
    };

    public static CalComEmbed For(Uri link, LinkRules rules)
    {
        var (origin, scriptOrigin, frames) = Origins(link, rules);

        // Cal.com's script replaces the text "https://cal.com" in the origin by "https://app.cal.com", also within a longer host:
        // https://cal.company.example would become https://app.cal.company.example.
        if (origin.StartsWith(CalCom, StringComparison.Ordinal))
            return new(null, "This link opens in a new tab: Cal.com's embed cannot show servers whose address begins with https://cal.com. Another host name for the server would help.");

        var path = link.AbsolutePath[1..];
        if (path.EndsWith('/'))
            path = path[..^1];

        return FindReason(path.Split('/')) is { } reason
            ? new(null, reason)
            : new(new EmbedResponse(path + link.Query, origin, $"{scriptOrigin}/embed/embed.js", frames), null);
    }

    private static (string Origin, string ScriptOrigin, string[] Frames) Origins(Uri link, LinkRules rules)
    {
        var own = link.GetLeftPart(UriPartial.Authority);
        if (own == rules.StandInOrigin || rules.SelfHostedOrigins.Contains(own))
            return (own, own, [own]);

        var home = link.Host.EndsWith("cal.eu", StringComparison.Ordinal) ? "cal.eu" : "cal.com";
        var app = $"https://app.{home}";
        return link.Host == home || link.Host == $"www.{home}" || link.Host == $"app.{home}"
            ? (app, app, [app, $"https://{home}"])
            : (own, app, [own, app, $"https://{home}"]);
    }

    private static string? FindReason(string[] segments) => segments switch
    {
        [""] => "This link names no calendar. Add your user name, as in https://cal.com/your-name.",
        _ when segments.Contains("") => "This link opens in a new tab: its path has an empty part (//).",
        [var first, ..] when first.Equals("d", StringComparison.OrdinalIgnoreCase) => "This link opens in a new tab: private Cal.com links cannot be shown inside a page.",
        [var first, ..] when NotCalendars.Contains(first) => "This looks like a page of Cal.com itself, not like a calendar. Copy the link that you would give to customers.",
        ["team", _] or ["team", _, _] or ["forms", _] => null,
        ["team" or "forms"] or [_, _, _, ..] => "This link opens in a new tab: its path is not one that Cal.com can show inside a page.",
        _ => null,
    };
}
