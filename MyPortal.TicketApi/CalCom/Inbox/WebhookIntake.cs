using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>Stores a delivery together with the message to process it, in one transaction: after that nothing can lose it.</summary>
internal sealed class WebhookIntake(TicketDbContext db, TicketOutbox outbox, TimeProvider clock)
{
    /// <summary>The same bytes of the same connection again only count up.</summary>
    public async Task StoreAsync(string connectionId, byte[] body, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var id = Guid.CreateVersion7(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isNew = await db.Database.SqlQuery<bool>($"""
            insert into webhook_deliveries
                (id, connection_id, received_at, body, body_hash, duplicates, source, state, attempts, trace_parent)
            values
                ({id}, {connectionId}, {now}, {body}, {SHA256.HashData(body)}, 0, {SnakeCase.Name(DeliverySource.Webhook)},
                 {SnakeCase.Name(DeliveryState.Received)}, 0, {Activity.Current?.Id})
            on conflict (connection_id, body_hash) do update set duplicates = webhook_deliveries.duplicates + 1
            returning xmax = 0 as "Value"
            """).ToListAsync(cancellationToken);

        if (isNew[0])
            await outbox.SendAsync(new ProcessDelivery(id));
        await outbox.SaveAsync(cancellationToken);
    }
}
