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

/// <summary>What a mail needs of its call, as it is now.</summary>
/// <param name="TakesPlace">Accepted, and neither called off nor known to have begun.</param>
/// <param name="AttendeeAddresses">Of everybody whom the calendar has invited and so writes to by itself.</param>
internal sealed record CallInMail(
    Guid Id, Guid TicketId, DateTimeOffset Start, DateTimeOffset End, int Sequence, bool TakesPlace, string OrganizerName, string? OrganizerZone, Guid? OrganizerId, string OrganizerAddress,
    string AttendeeName, string? AttendeeZone, IReadOnlyList<string> AttendeeAddresses, string? JoinUrl)
{
    /// <summary>The organizer and the attendees.</summary>
    public bool Invites(MailReader reader) => Invites(reader.Person?.Id, reader.Address);

    public bool Invites(Guid? personId, string address) =>
        (personId is not null && personId == OrganizerId)
        || Is(address, OrganizerAddress)
        || AttendeeAddresses.Any(attendee => Is(attendee, address));

    /// <summary>Whether it is the reader's own: they take part, or opened the ticket. Others read along.</summary>
    public bool IsOwn(MailReader reader, TicketInMail ticket) => Invites(reader) || reader.Person?.Id == ticket.RequesterId;

    /// <summary>Where to join is for those whose own it is, and staff.</summary>
    public string? JoinUrlFor(MailReader reader, TicketInMail ticket) =>
        TakesPlace && reader.Person is not null && (reader.IsStaff || IsOwn(reader, ticket)) ? JoinUrl : null;

    private static bool Is(string address, string other) => address.Length > 0 && string.Equals(address, other, StringComparison.OrdinalIgnoreCase);
}
