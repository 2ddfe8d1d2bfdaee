using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls;

/// <summary>A call with what lists and calendars say of its ticket.</summary>
internal sealed record CallOnTicket(Call Call, long TicketNumber, string Subject, PersonReference Requester, Guid? AssigneeId);

internal static class OwnCalls
{
    private const int MaxCalls = 1000;

    /// <summary>A technician's own calls that overlap a span of time, soonest first, at most 1000. One round trip to the database.</summary>
    public static IQueryable<CallOnTicket> CallsOf(
        this TicketDbContext db, Caller technician, DateTimeOffset from, DateTimeOffset to, params CallStatus[] without) =>
        db.Calls.AsNoTracking()
            .Where(call => call.TechnicianId == technician.Id && call.End > from && call.Start < to && !without.Contains(call.Status))
            .Join(db.Tickets.VisibleTo(technician), call => call.TicketId, ticket => ticket.Id, (call, ticket) => new { call, ticket })
            .OrderBy(both => both.call.Start).ThenBy(both => both.call.Id)
            .Take(MaxCalls)
            .Select(both => new CallOnTicket(both.call, both.ticket.Number, both.ticket.Subject,
                new PersonReference(both.ticket.RequesterId, both.ticket.Requester.Name), both.ticket.AssignedUserId));
}
