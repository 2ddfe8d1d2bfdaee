using System.Globalization;

namespace MyPortal.TicketApi.Mail;

/// <summary>Addresses of the portal's pages, for mails and calendars; the portal's own is <c>Portal:PublicUrl</c>.</summary>
internal sealed class PortalLinks(IConfiguration configuration)
{
    /// <summary>Without a slash at the end.</summary>
    public string Portal { get; } = (configuration["Portal:PublicUrl"] ?? "http://localhost:5100").TrimEnd('/');

    public string Ticket(long number) => string.Create(CultureInfo.InvariantCulture, $"{Portal}/tickets/{number}");

    public string Unsubscribe(string token) => $"{Portal}/unsubscribe/{token}";
}
