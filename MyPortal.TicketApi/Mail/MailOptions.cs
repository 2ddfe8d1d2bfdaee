using MimeKit;

namespace MyPortal.TicketApi.Mail;

/// <summary>What mails say of the portal itself.</summary>
internal sealed class MailOptions
{
    public const string DefaultFrom = "MyPortal <portal@myportal.example>";

    /// <summary>Null when <c>ConnectionStrings:mail</c> is missing: mail then waits for a start that has it.</summary>
    public MailConnection? Connection { get; set; }

    /// <summary>Sender of every mail, from <c>Mail:From</c>.</summary>
    public MailboxAddress From { get; set; } = MailboxAddress.Parse(DefaultFrom);

    /// <summary>The address without its name, for calendars.</summary>
    public string FromAddress => From.Address;

    /// <summary>Right-hand side of message ids.</summary>
    public string Domain => From.Domain;

    /// <exception cref="FormatException">A setting cannot be understood.</exception>
    public void Read(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("mail") is { Length: > 0 } connection)
            Connection = MailConnection.Parse(connection);
        if (configuration["Mail:From"] is { Length: > 0 } from)
        {
            From = MailboxAddress.TryParse(from, out var address) && address.Domain is { Length: > 0 }
                ? address
                : throw new FormatException("Mail:From must be an address, with or without a name: MyPortal <portal@myportal.example>.");
        }
    }
}
