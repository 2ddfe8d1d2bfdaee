using System.Text.RegularExpressions;

namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>Scheme, host and port of a link.</summary>
internal static partial class LinkOrigin
{
    public static LinkResult Parse(string scheme, string authority, LinkRules rules)
    {
        // A name and password before the host are how look-alikes are made: https://cal.com@evil.example/
        if (authority.Contains('@'))
            return LinkResult.Refused("Remove the part before the @: a booking link must not contain a user name or password.");

        if (rules.StandInOrigin is { } standIn && string.Equals($"{scheme}://{authority}", standIn, StringComparison.OrdinalIgnoreCase))
            return LinkResult.Accepted(standIn);

        if (!scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            return LinkResult.Refused("Use https:// instead of http://, so that nobody between can change the booking page.");

        if (authority.StartsWith('['))
            return LinkResult.Refused(LinkHost.IsAnAddress);

        var parts = HostAndPort().Match(authority);
        if (!parts.Success)
            return LinkResult.Refused("The port after the host is not a number between 1 and 65535. Booking links need none.");

        var host = LinkHost.Parse(parts.Groups["host"].Value);
        if (host.Problem is not null)
            return host;

        return WithPort($"https://{host.Url}", parts.Groups["port"], rules);
    }

    private static LinkResult WithPort(string origin, Group port, LinkRules rules)
    {
        if (!port.Success || port.Value == "443")
            return LinkResult.Accepted(origin);

        var withPort = $"{origin}:{port.Value}";
        return rules.SelfHostedOrigins.Contains(withPort)
            ? LinkResult.Accepted(withPort)
            : LinkResult.Refused($"Remove the port :{port.Value}. Only a Cal.com server that an administrator has listed may use a port.");
    }

    [GeneratedRegex("^(?<host>[^:]*)(?::(?<port>[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HostAndPort();
}
