using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.Mail;

/// <summary>What a call is to the readers of mails about it.</summary>
internal static class CallReaders
{
    extension(Call call)
    {
        /// <summary>Accepted, and neither called off nor known to have begun.</summary>
        public bool TakesPlace => call.Status is CallStatus.Accepted;

        /// <summary>Addresses of the organizer, the attendee and their guests: the calendar has invited them and so writes to them by itself.</summary>
        public IEnumerable<string> InvitedAddresses => call.Details.AttendeeEmails
            .Prepend(call.Details.AttendeeEmail).Prepend(call.Details.OrganizerEmail).Where(address => address.Length > 0);

        public bool Invites(Guid? personId, string address) =>
            personId == call.TechnicianId || call.InvitedAddresses.Contains(address, StringComparer.OrdinalIgnoreCase);

        /// <summary>Whether it is the reader's own: they take part, or opened the ticket. Others read along.</summary>
        public bool IsOwn(MailReader reader, TicketInMail ticket) =>
            call.Invites(reader.Person?.Id, reader.Address) || reader.Person?.Id == ticket.RequesterId;

        /// <summary>Where to join is for those whose own it is, and staff.</summary>
        public string? JoinUrlFor(MailReader reader, TicketInMail ticket, CallLinks links) =>
            call.TakesPlace && reader.Person is not null && (reader.IsStaff || call.IsOwn(reader, ticket)) ? links.Join(call) : null;
    }
}
