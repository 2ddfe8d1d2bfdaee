using System.Globalization;

namespace MyPortal.TicketApi.Mail;

/// <summary>Addresses of the portal's pages, for mails and calendars; the portal's own is <c>Portal:PublicUrl</c>.</summary>
internal sealed class PortalLinks(IConfiguration configuration)
{
    private readonly string _portal = (configuration["Portal:PublicUrl"] ?? "http://localhost:5100").TrimEnd('/');

    public string Ticket(long number) => string.Create(CultureInfo.InvariantCulture, $"{_portal}/tickets/{number}");

    public string Unsubscribe(string token) => $"{_portal}/unsubscribe/{token}";
}
