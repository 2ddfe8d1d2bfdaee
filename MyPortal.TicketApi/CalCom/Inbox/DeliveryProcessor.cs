using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.CalCom.Reconciliation;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>
/// Processes stored deliveries, one at a time for each connection. All that follows from a delivery, and that it has been processed, becomes
/// true in one transaction: done again, or by two at once, it changes nothing.
/// </summary>
[WolverineHandler]
public sealed class DeliveryProcessor(
    TicketDbContext db, CallStore store, CallRecorder recorder, BookingReferences references, TicketOutbox outbox,
    DeliveryFailures failures, WebhookTelemetry telemetry, TimeProvider clock)
{
    /// <summary>What goes wrong is shown in the inbox, and tried again as every message is.</summary>
    public async Task HandleAsync(ProcessDelivery message, CancellationToken cancellationToken)
    {
        try
        {
            await ProcessAsync(message.DeliveryId, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await failures.MarkAsync(message.DeliveryId);
            throw;
        }
    }

    private async Task ProcessAsync(Guid id, CancellationToken cancellationToken)
    {
        var connectionId = await db.Deliveries.Where(delivery => delivery.Id == id).Select(delivery => delivery.ConnectionId)
            .SingleOrDefaultAsync(cancellationToken);
        if (connectionId is null)
            return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await store.LockAsync(connectionId, cancellationToken);
        var connection = await db.Connections.AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == connectionId, cancellationToken);
        var delivery = await db.Deliveries.SingleOrDefaultAsync(delivery => delivery.Id == id, cancellationToken);
        if (connection is null || delivery is null or { State: DeliveryState.Processed or DeliveryState.Ignored })
            return;

        using var span = DeliveryTrace.Start(delivery);
        var isFirst = delivery.ProcessedAt is null;
        delivery.Attempts++;
        await DecideAsync(delivery, connection, span, cancellationToken);
        delivery.ProcessedAt = clock.Now();
        await RememberLastAsync(delivery, cancellationToken);
        await outbox.SaveAsync(cancellationToken);
        DeliveryTrace.Finish(span, delivery);
        telemetry.Processed(delivery, delivery.ProcessedAt.Value, isFirst);
    }

    // Where a delivery comes from says how to read it; what a webhook says of itself does not.
    private static DeliveryContent? Read(WebhookDelivery delivery) => delivery.Source is DeliverySource.Reconciliation
        ? ReconciledDelivery.Read(delivery.Body)
        : WebhookReader.Read(delivery.Body);

    private Task DecideAsync(WebhookDelivery delivery, CalComConnection connection, Activity? span, CancellationToken cancellationToken)
    {
        if (Read(delivery) is not { } content)
            return Settle(delivery, DeliveryState.Failed, DeliveryReason.Unreadable);
        delivery.Event = content.Trigger;
        delivery.Uid = content.Uid;
        delivery.RelatedUid = content.RescheduleUid;
        if (content.Trigger == DeliveryFacts.Ping)
            return Settle(delivery, DeliveryState.Ignored, DeliveryReason.Ping);
        if (DeliveryFacts.Kind(content.Trigger) is not { } kind)
            return Settle(delivery, DeliveryState.Ignored, DeliveryReason.UnknownEvent);
        return DeliveryFacts.Read(content, kind, delivery.ReceivedAt) is { } fact
            ? TakeInAsync(delivery, connection, content, fact, span, cancellationToken)
            : Settle(delivery, DeliveryState.Failed, DeliveryReason.Unreadable);
    }

    private async Task TakeInAsync(
        WebhookDelivery delivery, CalComConnection connection, DeliveryContent content, CallFact fact, Activity? span, CancellationToken cancellationToken)
    {
        var (finding, reference) = references.Read(content.Reference, delivery.ReceivedAt);
        DeliveryTrace.LinkToPage(span, reference);
        var ticketId = reference is null
            ? null
            : await db.Tickets.Where(ticket => ticket.Id == reference.TicketId).Select(ticket => (Guid?)ticket.Id).SingleOrDefaultAsync(cancellationToken);

        var uids = fact.Predecessor is null ? [fact.Uid] : (string[])[fact.Uid, fact.Predecessor];
        var known = await store.KnowingAsync(connection.Id, uids, cancellationToken);
        var change = CallRecorder.Find(fact, ticketId, known);
        await JoinAsync(change, cancellationToken);
        var recorded = await recorder.RecordAsync(change, new CallHost(connection.Id, connection.TechnicianId),
            reference?.TraceParent, delivery.Id, known, cancellationToken);
        if (recorded is null)
        {
            var (state, reason) = DeliveryVerdict.Of(change.Outcome, finding, fact, ticketGone: reference is not null && ticketId is null);
            await Settle(delivery, state, reason);
            return;
        }

        delivery.TicketId = recorded.TicketId;
        delivery.CallId = recorded.Id;
        await Settle(delivery, DeliveryState.Processed, change.After!.HeadUid == fact.Uid ? null : DeliveryReason.Superseded);
        await TryWaitingAgainAsync(connection.Id, change.NewUids, cancellationToken);
    }

    // Calls that turn out to be one: what was delivered for the others belongs to it now.
    private async Task JoinAsync(CallChange change, CancellationToken cancellationToken)
    {
        if (change is not { Call: { } call, Absorbed.Count: > 0 })
            return;
        var absorbed = change.Absorbed.Select(piece => (Guid?)piece.Id).ToList();
        await db.Deliveries.Where(delivery => absorbed.Contains(delivery.CallId))
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.CallId, call.Id), cancellationToken);
    }

    // Each with a transaction of its own: one that fails must not hold back the rest.
    private async Task TryWaitingAgainAsync(string connectionId, IReadOnlyList<string> uids, CancellationToken cancellationToken)
    {
        if (uids.Count == 0)
            return;
        var waiting = await db.Deliveries
            .Where(delivery => delivery.ConnectionId == connectionId && delivery.State == DeliveryState.Unmatched)
            .Where(delivery => uids.Contains(delivery.Uid) || uids.Contains(delivery.RelatedUid))
            .OrderBy(delivery => delivery.ReceivedAt).Select(delivery => delivery.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
            await outbox.SendAsync(new ProcessDelivery(id));
    }

    private Task<int> RememberLastAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => db.Connections
        .Where(connection => connection.Id == delivery.ConnectionId
            && (connection.LastDeliveryAt == null || connection.LastDeliveryAt <= delivery.ReceivedAt))
        .ExecuteUpdateAsync(set => set
            .SetProperty(connection => connection.LastDeliveryAt, delivery.ReceivedAt)
            .SetProperty(connection => connection.LastDeliveryEvent, delivery.Event)
            .SetProperty(connection => connection.LastDeliveryState, delivery.State)
            .SetProperty(connection => connection.LastDeliveryReason, delivery.Reason), cancellationToken);

    private static Task Settle(WebhookDelivery delivery, DeliveryState state, DeliveryReason? reason)
    {
        (delivery.State, delivery.Reason) = (state, reason);
        return Task.CompletedTask;
    }
}
