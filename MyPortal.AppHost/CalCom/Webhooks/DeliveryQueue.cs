using System.Collections.Concurrent;
using System.Threading.Tasks.Dataflow;
using Microsoft.Extensions.Hosting;

namespace MyPortal.AppHost.CalCom.Webhooks;

/// <summary>
/// Deliveries wait here, in memory, and leave in the background, for each webhook one after the other; unless the host's
/// switches want them lost, doubled, late or out of order.
/// </summary>
internal sealed class DeliveryQueue(DeliverySender sender, DeliveryLog log, Switchboard switchboard, TimeProvider time)
    : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<string, ActionBlock<Delivery>> _lanes = new();
    private readonly CancellationTokenSource _end = new();

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
            var wait = switches.DelayMs + Random.Shared.Next(switches.ReorderWindowMs + 1);
            if (wait == 0)
                Post(delivery);
            else
                _ = PostLaterAsync(delivery, TimeSpan.FromMilliseconds(wait));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => _end.CancelAsync();

    public void Dispose() => _end.Dispose();

    private void Post(Delivery delivery) => _lanes.GetOrAdd(delivery.Lane, _ => new(SendAsync)).Post(delivery);

    private async Task PostLaterAsync(Delivery delivery, TimeSpan wait)
    {
        await Task.Delay(wait, time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_end.IsCancellationRequested)
            Post(delivery);
    }

    private async Task SendAsync(Delivery delivery)
    {
        if (!_end.IsCancellationRequested)
            await sender.SendAsync(delivery, _end.Token);
    }
}
