using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets;

/// <summary>Reads lists of tickets, as the caller may see them.</summary>
internal sealed class TicketLister(TicketDbContext db)
{
    /// <summary>One round trip to the database.</summary>
    public async Task<TicketPage> PageAsync(TicketListRequest request, Caller caller, CancellationToken cancellationToken)
    {
        // One row more than asked for tells whether there is a next page.
        var rows = await request.Apply(db.Tickets.AsNoTracking(), caller)
            .Take(request.Size + 1)
            .Summarized()
            .Select(row => new { row.Ticket.Id, row.Summary })
            .ToListAsync(cancellationToken);

        var (items, next) = rows.ToPage(request.Size, row => new Cursor(row.Summary.UpdatedAt, row.Id));
        return new TicketPage(items.ConvertAll(row => row.Summary), next);
    }
}
