using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>The deliveries as administrators see them.</summary>
internal sealed class DeliveryList(TicketDbContext db, TicketOutbox outbox)
{
    private const int MaxReplays = 1000;

    private Expression<Func<WebhookDelivery, DeliveryItem>> Item => delivery => new DeliveryItem(
        delivery.Id, delivery.ReceivedAt, delivery.Event, delivery.State, delivery.Reason,
        db.Set<Ticket>().Where(ticket => ticket.Id == delivery.TicketId).Select(ticket => (long?)ticket.Number).FirstOrDefault(),
        db.Set<CalComConnection>().Where(connection => connection.Id == delivery.ConnectionId)
            .Select(connection => new PersonReference(connection.TechnicianId, connection.Technician.Name)).First(),
        delivery.Source, delivery.Duplicates, delivery.Attempts);

    /// <summary>One round trip to the database.</summary>
    public async Task<DeliveryPage> PageAsync(DeliveryState? state, Cursor? after, int limit, CancellationToken cancellationToken)
    {
        var found = db.Deliveries.AsNoTracking();
        if (state is not null)
            found = found.Where(delivery => delivery.State == state);
        var rows = await found.NewestFirst(delivery => delivery.ReceivedAt, delivery => delivery.Id, after)
            .Take(limit + 1).Select(Item).ToListAsync(cancellationToken);
        var (items, next) = rows.ToPage(limit, delivery => new Cursor(delivery.ReceivedAt, delivery.Id));
        return new DeliveryPage(items, next);
    }

    public async Task<DeliveryDetail?> FindAsync(Guid id, bool isMasked, CancellationToken cancellationToken)
    {
        var item = await db.Deliveries.AsNoTracking().Where(delivery => delivery.Id == id).Select(Item).SingleOrDefaultAsync(cancellationToken);
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(delivery => delivery.Id == id, cancellationToken);
        if (item is null || delivery is null)
            return null;
        return new DeliveryDetail(
            item.Id, item.ReceivedAt, item.Event, item.State, item.Reason, item.TicketNumber, item.Technician, item.Source, item.Duplicates,
            item.Attempts, delivery.Uid, delivery.RelatedUid, delivery.ProcessedAt, isMasked,
            isMasked ? PayloadMasking.Apply(delivery.Body) : Encoding.UTF8.GetString(delivery.Body));
    }

    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken) =>
        await ReplayAsync(db.Deliveries.Where(delivery => delivery.Id == id), cancellationToken) > 0;

    public Task<int> ReplayFailedAsync(CancellationToken cancellationToken) => ReplayAsync(
        db.Deliveries.Where(delivery => delivery.State == DeliveryState.Failed).OrderBy(delivery => delivery.ReceivedAt).Take(MaxReplays), cancellationToken);

    private async Task<int> ReplayAsync(IQueryable<WebhookDelivery> chosen, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = await chosen.Select(delivery => delivery.Id).ToListAsync(cancellationToken);
        await db.Deliveries.Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(delivery => delivery.State, DeliveryState.Received)
            .SetProperty(delivery => delivery.Reason, (DeliveryReason?)null), cancellationToken);
        foreach (var id in ids)
            await outbox.SendAsync(new ProcessDelivery(id));
        await outbox.SaveAsync(cancellationToken);
        return ids.Count;
    }
}
