using MimeKit;

namespace MyPortal.TicketApi.Infrastructure;

/// <summary>The portal's own address, from <c>Mail:From</c>: the sender of every mail, and the organizer of every call in calendars.</summary>
public sealed class PortalMailbox
{
    private const string Default = "MyPortal <portal@myportal.example>";

    /// <exception cref="FormatException"><c>Mail:From</c> is no address.</exception>
    public PortalMailbox(IConfiguration configuration)
    {
        From = configuration["Mail:From"] is not { Length: > 0 } from
            ? MailboxAddress.Parse(Default)
            : MailboxAddress.TryParse(from, out var address) && address.Domain is { Length: > 0 }
                ? address
                : throw new FormatException("Mail:From must be an address, with or without a name: MyPortal <portal@myportal.example>.");
    }

    public MailboxAddress From { get; }

    /// <summary>The address without its name.</summary>
    public string Address => From.Address;

    /// <summary>Right-hand side of message ids.</summary>
    public string Domain => From.Domain;
}
