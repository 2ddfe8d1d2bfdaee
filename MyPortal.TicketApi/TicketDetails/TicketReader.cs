using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>Reads what a ticket page shows, as the caller may see it.</summary>
internal sealed class TicketReader(TicketDbContext db, BookingReferences references, CallItems calls)
{
    private const int TimelineLength = 200;

    /// <summary>Three round trips to the database. Null when there is no such ticket for this caller.</summary>
    public async Task<TicketDetail?> DetailAsync(long number, Caller caller, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.AsNoTracking().VisibleTo(caller)
            .Where(ticket => ticket.Number == number)
            .Select(ticket => new
            {
                ticket.Id,
                ticket.Number,
                ticket.Subject,
                ticket.Status,
                ticket.Priority,
                ticket.Description,
                ticket.Version,
                ticket.CreatedAt,
                ticket.UpdatedAt,
                Requester = new PersonReference(ticket.RequesterId, ticket.Requester.Name),
                RequesterEmail = ticket.Requester.Email,
                Company = ticket.Company == null ? null : new CompanyReference(ticket.Company.Id, ticket.Company.Name),
                Assignee = ticket.Assignee == null ? null : new PersonReference(ticket.Assignee.Id, ticket.Assignee.Name),
                Bookings = db.Set<Call>().Where(call => call.TicketId == ticket.Id).OrderByDescending(call => call.End).Take(CallItems.Read).ToList(),
                Watching = ticket.Watchers.Any(watcher => watcher.PersonId == caller.Id),
                WatcherCount = ticket.Watchers.Count,
            })
            .Prepared()
            .SingleOrDefaultAsync(cancellationToken);
        if (ticket is null)
            return null;

        var replies = await db.Replies.LatestPageAsync(ticket.Id, caller, before: null, ReplyPaging.InDetail, cancellationToken);
        return new TicketDetail(
            ticket.Number, ticket.Subject, ticket.Status, ticket.Priority, ticket.Requester, ticket.Company, ticket.Assignee,
            ticket.CreatedAt, ticket.UpdatedAt, ticket.Description, TicketVersion.Text(ticket.Version),
            replies.Items, replies.EarlierReplies,
            await TimelineAsync(ticket.Id, cancellationToken),
            ticket.Assignee is null ? null : references.Create(ticket.Id, caller.Id),
            Permissions(ticket.Status, caller),
            // Colleagues know each other's names; addresses they need not learn from us.
            caller.IsStaff ? new Contact(ticket.Requester.Name, ticket.RequesterEmail) : null,
            calls.InOrder(ticket.Bookings, caller, ticket.Requester.Id, ticket.Assignee?.Id),
            ticket.Watching, ticket.WatcherCount);
    }

    private async Task<List<TimelineItem>> TimelineAsync(Guid ticketId, CancellationToken cancellationToken)
    {
        var entries = await db.Timeline.AsNoTracking()
            .Where(entry => entry.TicketId == ticketId)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(TimelineLength)
            .Select(entry => new TimelineItem(entry.Id, entry.Kind, entry.At,
                entry.Actor == null ? null : new PersonReference(entry.Actor.Id, entry.Actor.Name), entry.From, entry.To, entry.CallId))
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
