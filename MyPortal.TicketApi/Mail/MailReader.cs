using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Mail;

/// <summary>What a mail needs of its ticket.</summary>
internal sealed record TicketInMail(Guid Id, long Number, string Subject, Guid RequesterId);

/// <summary>Whom a mail is for. Without a person, an address that a rule named.</summary>
/// <param name="Watches">Whether they watch the ticket.</param>
/// <param name="WantsReminders">Whether they have chosen to be reminded of calls.</param>
internal sealed record MailReader(Person? Person, string Name, string Address, bool Watches, bool WantsReminders)
{
    public bool IsStaff => Person?.Role is Role.Technician or Role.Administrator;
}
