using Microsoft.EntityFrameworkCore;
using MyPortal.ServiceDefaults;
using MyPortal.TicketApi.Data;
using OpenTelemetry;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>Measures how long the oldest delivery waits.</summary>
internal sealed class QueueWatch(IServiceScopeFactory scopes, WebhookTelemetry telemetry, TimeProvider clock, ILogger<QueueWatch> logger)
    : PeriodicWork(TimeSpan.FromSeconds(10), clock, logger)
{
    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        // A trace every ten seconds would bury those that people look for.
        using var quiet = SuppressInstrumentationScope.Begin();
        await using var scope = scopes.CreateAsyncScope();
        var oldest = await scope.ServiceProvider.GetRequiredService<TicketDbContext>().Deliveries
            .Where(delivery => delivery.State == DeliveryState.Received)
            .OrderBy(delivery => delivery.ReceivedAt).Select(delivery => (DateTimeOffset?)delivery.ReceivedAt).FirstOrDefaultAsync(cancellationToken);
        telemetry.OldestWaits(oldest is { } at ? Now - at : TimeSpan.Zero);
    }
}
