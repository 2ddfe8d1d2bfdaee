using System.Text;
using MimeKit;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Mail;

internal static class Mailboxes
{
    private const int MaxNameLength = 250;

    /// <summary>Null for anything that is not exactly one address.</summary>
    public static MailboxAddress? Find(string name, string address) =>
        !address.Any(char.IsControl) && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && parsed.Domain is { Length: > 0 }
            ? new MailboxAddress(Encoding.UTF8, name.OneLine().ShortenTo(MaxNameLength), address)
            : null;
}
