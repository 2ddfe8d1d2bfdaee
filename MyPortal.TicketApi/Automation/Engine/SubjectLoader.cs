using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>Reads what rules look at and templates speak of.</summary>
public sealed class SubjectLoader(TicketDbContext db)
{
    /// <summary>One round trip to the database. Null when the ticket is gone.</summary>
    internal async Task<RuleSubject?> LoadAsync(TicketEvent ticketEvent, CancellationToken cancellationToken)
    {
        var (ticketId, at, actorId, callId) = (ticketEvent.TicketId, ticketEvent.At, ticketEvent.ActorId, ticketEvent.Call?.CallId);
        var found = await db.Tickets.AsNoTracking().Where(ticket => ticket.Id == ticketId)
            .Include(ticket => ticket.Requester).Include(ticket => ticket.Company).Include(ticket => ticket.Assignee)
            .Select(ticket => new
            {
                Ticket = ticket,
                ReplyCount = ticket.Replies.Count,
                // As it was at that moment: another reply may have come since.
                Reply = ticket.Replies.Where(reply => reply.CreatedAt <= at)
                    .OrderByDescending(reply => reply.CreatedAt).ThenByDescending(reply => reply.Id)
                    .Select(reply => new ReplyFacts(reply.AuthorRole, reply.IsInternal, reply.Body)).FirstOrDefault(),
                ActorRole = db.Set<Person>().Where(person => person.Id == actorId).Select(person => (Role?)person.Role).FirstOrDefault(),
                TimeZone = db.Set<Call>().Where(call => call.Id == callId).Select(call => call.Details.AttendeeTimeZone).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new RuleSubject(at, found.ActorRole ?? Role.Portal, found.Ticket, found.ReplyCount, found.Reply,
            ticketEvent.Call is { } call ? new CallSubject(call, found.TimeZone) : null);
    }
}
