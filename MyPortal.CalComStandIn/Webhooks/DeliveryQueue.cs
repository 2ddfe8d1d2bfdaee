using System.Collections.Concurrent;
using System.Threading.Tasks.Dataflow;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>
/// Deliveries wait here, in memory, and leave in the background, for each webhook one after the other; unless the host's
/// switches want them lost, doubled, late or out of order.
/// </summary>
internal sealed class DeliveryQueue(
    DeliverySender sender, DeliveryLog log, Switchboard switchboard, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<string, ActionBlock<Delivery>> _webhooks = new();

    public void Add(Delivery delivery)
    {
        var switches = switchboard.For(delivery.User);
        if (Random.Shared.Next(100) < switches.DropPercent)
        {
            log.Add(delivery, DeliveryOutcome.Dropped);
            return;
        }

        for (var copy = 0; copy <= switches.Duplicates; copy++)
        {
            if (switches.ReorderWindowMs == 0)
                Post(delivery);
            else
                _ = PostLaterAsync(delivery, TimeSpan.FromMilliseconds(Random.Shared.Next(switches.ReorderWindowMs)));
        }
    }

    private void Post(Delivery delivery) => _webhooks.GetOrAdd(delivery.WebhookId, _ => new(SendAsync)).Post(delivery);

    private async Task PostLaterAsync(Delivery delivery, TimeSpan wait)
    {
        await Task.Delay(wait, time, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Post(delivery);
    }

    // What waits when the stand-in ends is lost, as all that it remembers.
    private Task SendAsync(Delivery delivery) => lifetime.ApplicationStopping.IsCancellationRequested
        ? Task.CompletedTask
        : sender.SendAsync(delivery, lifetime.ApplicationStopping);
}
