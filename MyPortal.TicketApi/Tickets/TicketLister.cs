using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets;

/// <summary>Reads lists of tickets, as the caller may see them.</summary>
internal sealed class TicketLister(TicketDbContext db)
{
    /// <summary>One round trip to the database.</summary>
    public async Task<TicketPage> PageAsync(TicketFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        // One row more than asked for tells whether there is a next page.
        var rows = await filter.Apply(db.Tickets.AsNoTracking(), caller)
            .Take(filter.Limit + 1)
            .Select(ticket => new ListedTicket(ticket.Id, new TicketSummary(
                ticket.Number, ticket.Subject, ticket.Status, ticket.Priority,
                new PersonReference(ticket.RequesterId, ticket.Requester.Name),
                ticket.Company == null ? null : new CompanyReference(ticket.Company.Id, ticket.Company.Name),
                ticket.Assignee == null ? null : new PersonReference(ticket.Assignee.Id, ticket.Assignee.Name),
                ticket.CreatedAt, ticket.UpdatedAt)))
            .ToListAsync(cancellationToken);

        var items = rows.Take(filter.Limit).ToList();
        var next = rows.Count > filter.Limit ? new Cursor(items[^1].Summary.UpdatedAt, items[^1].Id).Encode() : null;
        return new TicketPage(items.ConvertAll(row => row.Summary), next);
    }

    private sealed record ListedTicket(Guid Id, TicketSummary Summary);
}
