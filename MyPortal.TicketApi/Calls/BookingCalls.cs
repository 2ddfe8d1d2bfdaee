using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls;

/// <summary>Shows bookings to people: who may see which links, and what comes first.</summary>
internal sealed class BookingCalls(CallLinks links, TimeProvider clock)
{
    /// <summary>So many of a ticket's bookings are read, those that end last first: all that are ahead, and the latest of those behind.</summary>
    public const int Read = 25;

    private const int Past = 10;

    /// <summary>What is ahead, soonest first; then the latest ten of the rest, latest first.</summary>
    public List<CallItem> InOrder(IReadOnlyCollection<Booking> bookings, Caller reader, Guid requesterId, Guid? assigneeId)
    {
        var now = clock.GetUtcNow();
        var ahead = bookings.Where(booking => booking.IsAhead(now)).OrderBy(booking => booking.Start).ThenBy(booking => booking.Id);
        var behind = bookings.Where(booking => !booking.IsAhead(now)).OrderByDescending(booking => booking.Start).ThenBy(booking => booking.Id);
        return [.. ahead.Concat(behind.Take(Past)).Select(booking => Show(booking, reader, requesterId, assigneeId))];
    }

    public CallItem Show(Booking booking, Caller reader, Guid requesterId, Guid? assigneeId)
    {
        var ahead = booking.IsAhead(clock.GetUtcNow());
        var mayAct = ahead && (reader.IsStaff || reader.Id == requesterId
            || string.Equals(reader.Email, booking.AttendeeEmail, StringComparison.OrdinalIgnoreCase));
        return new CallItem(booking.Id, booking.Status, booking.Start, booking.End, booking.Title,
            new CallOrganizer(booking.TechnicianId, booking.OrganizerName, booking.OrganizerTimeZone),
            new CallAttendee(booking.AttendeeName, booking.AttendeeTimeZone),
            mayAct ? links.Join(booking) : null,
            mayAct ? links.Reschedule(booking) : null,
            mayAct ? links.Cancel(booking) : null,
            ahead,
            WithPreviousTechnician: ahead && assigneeId is not null && assigneeId != booking.TechnicianId);
    }
}
