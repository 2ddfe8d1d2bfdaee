using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Tickets;

internal static class TicketLock
{
    /// <summary>
    /// The ticket, to be changed. Until the transaction ends, changes of other people and of rules queue up on its row, so that none of them
    /// needs a version. Null when it is gone.
    /// </summary>
    public static Task<Ticket?> LockedAsync(this TicketDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Tickets.FromSql($"select *, xmin from tickets where id = {id} for update").SingleOrDefaultAsync(cancellationToken);
}
