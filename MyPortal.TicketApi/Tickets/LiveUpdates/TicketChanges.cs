using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MyPortal.TicketApi.Tickets.LiveUpdates;

internal static class TicketChanges
{
    /// <summary>PostgreSQL's channel on which every replica hears of changed tickets.</summary>
    public const string Channel = "ticket_changed";

    /// <summary>Tells open pages of the ticket, on any replica, once the transaction commits.</summary>
    public static Task NotifyTicketChangedAsync(this DatabaseFacade database, Guid ticketId, CancellationToken cancellationToken) =>
        database.ExecuteSqlAsync($"select pg_notify({Channel}, {ticketId.ToString()})", cancellationToken);
}
