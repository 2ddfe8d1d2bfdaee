using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>Puts what no delivery has told into the inbox of deliveries.</summary>
internal sealed class DriftInbox(
    TicketDbContext db, TicketOutbox outbox, IOptions<CalComOptions> calCom, ReconciliationTelemetry telemetry, TimeProvider clock)
{
    /// <summary>Saves, in one transaction, all that is not there yet.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> PutAsync(
        string connectionId, IReadOnlyList<(MissedEvent Missed, CalComBooking Booking)> missed, CancellationToken cancellationToken)
    {
        var deliveries = missed.Select(one => Delivery(connectionId, one.Missed, one.Booking)).ToList();
        var there = await ThereAsync(connectionId, deliveries, cancellationToken);
        var added = deliveries.Where(delivery => !there(delivery)).ToList();
        foreach (var delivery in added)
        {
            db.Deliveries.Add(delivery);
            await outbox.SendAsync(new ProcessDelivery(delivery.Id));
        }
        await outbox.SaveAsync(cancellationToken);
        foreach (var delivery in added)
            telemetry.Found(delivery.Event!);
        return added.Count;
    }

    // There already: put there by an earlier run, which could make no use of it or is not done yet; or a delivery that waits for its turn or its booking.
    private async Task<Func<WebhookDelivery, bool>> ThereAsync(
        string connectionId, List<WebhookDelivery> deliveries, CancellationToken cancellationToken)
    {
        var hashes = deliveries.ConvertAll(delivery => delivery.BodyHash);
        var uids = deliveries.ConvertAll(delivery => delivery.Uid);
        var known = await db.Deliveries
            .Where(known => known.ConnectionId == connectionId)
            .Where(known => hashes.Contains(known.BodyHash)
                || (uids.Contains(known.Uid) && (known.State == DeliveryState.Received || known.State == DeliveryState.Unmatched
                    || (known.Source == DeliverySource.Reconciliation && known.State != DeliveryState.Processed))))
            .Select(known => new { known.BodyHash, known.Uid, known.Event, known.State })
            .ToListAsync(cancellationToken);
        var same = known.Select(delivery => Convert.ToHexString(delivery.BodyHash)).ToHashSet(StringComparer.Ordinal);
        var waiting = known.Where(delivery => delivery.State is not DeliveryState.Processed)
            .Select(delivery => (delivery.Uid, delivery.Event)).ToHashSet();
        return delivery => same.Contains(Convert.ToHexString(delivery.BodyHash)) || waiting.Contains((delivery.Uid, delivery.Event));
    }

    private WebhookDelivery Delivery(string connectionId, MissedEvent missed, CalComBooking booking)
    {
        var body = ReconciledDelivery.Write(missed, booking, calCom.Value.BookerUrl);
        return new WebhookDelivery
        {
            Id = Guid.CreateVersion7(),
            ConnectionId = connectionId,
            ReceivedAt = clock.Now(),
            Body = body,
            BodyHash = SHA256.HashData(body),
            Source = DeliverySource.Reconciliation,
            Event = missed.Trigger,
            Uid = booking.Uid,
            RelatedUid = booking.RescheduledFromUid,
            State = DeliveryState.Received,
            TraceParent = Activity.Current?.Id,
        };
    }
}
