using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>Reads what a ticket page shows, as the caller may see it.</summary>
internal sealed class TicketReader(TicketDbContext db, BookingReferences references, CallItems calls)
{
    private const int TimelineLength = 200;

    private static readonly Expression<Func<TimelineEntry, TimelineItem>> Entry = entry => new TimelineItem(entry.Id, entry.Kind, entry.At,
        entry.Actor == null ? null : new PersonReference(entry.Actor.Id, entry.Actor.Name), entry.From, entry.To, entry.CallId);

    /// <summary>Three round trips to the database. Null when there is no such ticket for this caller.</summary>
    public async Task<TicketDetail?> DetailAsync(long number, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.Tickets.AsNoTracking().VisibleTo(caller)
            .Where(ticket => ticket.Number == number)
            .Summarized()
            .Select(row => new
            {
                row.Summary,
                row.Ticket.Id,
                row.Ticket.Description,
                row.Ticket.Version,
                RequesterEmail = row.Ticket.Requester.Email,
                Calls = db.Set<Call>().Where(call => call.TicketId == row.Ticket.Id).OrderByDescending(call => call.End).Take(CallItems.Read).ToList(),
                Watching = row.Ticket.Watchers.Any(watcher => watcher.PersonId == caller.Id),
                WatcherCount = row.Ticket.Watchers.Count,
            })
            .Prepared()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;

        var ticket = found.Summary;
        var replies = await db.Replies.LatestPageAsync(found.Id, caller, before: null, ReplyPaging.InDetail, cancellationToken);
        return new TicketDetail(ticket)
        {
            Description = found.Description,
            Version = TicketVersion.Text(found.Version),
            Replies = replies.Items,
            EarlierReplies = replies.EarlierReplies,
            Timeline = await TimelineAsync(found.Id, cancellationToken),
            BookingReference = ticket.Assignee is null ? null : references.Create(found.Id, caller.Id),
            May = Permissions(ticket.Status, caller),
            // Colleagues know each other's names; addresses they need not learn from us.
            RequesterContact = caller.IsStaff ? new Contact(ticket.Requester.Name, found.RequesterEmail) : null,
            Calls = calls.InOrder(found.Calls, caller, ticket.Requester.Id, ticket.Assignee?.Id),
            Watching = found.Watching,
            WatcherCount = found.WatcherCount,
        };
    }

    private async Task<List<TimelineItem>> TimelineAsync(Guid ticketId, CancellationToken cancellationToken)
    {
        var entries = await db.Timeline.AsNoTracking()
            .Where(entry => entry.TicketId == ticketId)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(TimelineLength)
            .Select(Entry)
            .Prepared()
            .ToListAsync(cancellationToken);
        entries.Reverse();
        return entries;
    }

    private static TicketPermissions Permissions(TicketStatus status, Caller caller) => new(
        Reply: status is not TicketStatus.Closed,
        AddInternalNote: caller.IsStaff && status is not TicketStatus.Closed,
        Assign: caller.IsStaff,
        ChangeStatus: caller.IsStaff);
}
