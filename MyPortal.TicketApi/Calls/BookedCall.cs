using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls;

/// <summary>A booking with what lists and calendars say of its ticket.</summary>
internal sealed record BookedCall(Booking Booking, long TicketNumber, string Subject, PersonReference Requester, Guid? AssigneeId);

internal static class BookedCalls
{
    private const int Most = 1000;

    /// <summary>A technician's own calls that overlap a span of time, soonest first, at most 1000. One round trip to the database.</summary>
    public static IQueryable<BookedCall> CallsOf(
        this TicketDbContext db, Guid technicianId, DateTimeOffset from, DateTimeOffset to, params BookingStatus[] without) =>
        db.Bookings.AsNoTracking()
            .Where(booking => booking.TechnicianId == technicianId && booking.End > from && booking.Start < to && !without.Contains(booking.Status))
            .Join(db.Tickets, booking => booking.TicketId, ticket => ticket.Id, (booking, ticket) => new { booking, ticket })
            .OrderBy(both => both.booking.Start).ThenBy(both => both.booking.Id)
            .Take(Most)
            .Select(both => new BookedCall(both.booking, both.ticket.Number, both.ticket.Subject,
                new PersonReference(both.ticket.RequesterId, both.ticket.Requester.Name), both.ticket.AssignedUserId));
}
