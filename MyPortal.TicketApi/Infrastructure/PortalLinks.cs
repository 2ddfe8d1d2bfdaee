using System.Globalization;

namespace MyPortal.TicketApi.Infrastructure;

/// <summary>
/// Addresses of the portal as the world knows it, for mails, calendars, rules and Cal.com. They begin with <c>Portal:PublicUrl</c> and never
/// with the host that a request names: whoever sends a request could name any.
/// </summary>
public sealed class PortalLinks
{
    private const string Development = "http://localhost:5100";

    /// <exception cref="FormatException"><c>Portal:PublicUrl</c> is no origin of a web site.</exception>
    public PortalLinks(IConfiguration configuration)
    {
        IsConfigured = configuration["Portal:PublicUrl"] is { Length: > 0 };
        Portal = Origin(IsConfigured ? configuration["Portal:PublicUrl"]! : Development);
    }

    public bool IsConfigured { get; }

    /// <summary>Without a slash at the end.</summary>
    public string Portal { get; }

    public string Ticket(long number) => string.Create(CultureInfo.InvariantCulture, $"{Portal}/tickets/{number}");

    public string Unsubscribe(string token) => $"{Portal}/unsubscribe/{token}";

    public string Calendar(string token) => $"{Portal}/calendars/{token}.ics";

    private static string Origin(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address.GetLeftPart(UriPartial.Authority)
            : throw new FormatException("Portal:PublicUrl must be the portal's public origin, without a path: https://portal.example.");
}
