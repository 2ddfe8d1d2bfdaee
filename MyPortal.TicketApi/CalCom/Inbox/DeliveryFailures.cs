using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>Notes that a delivery could not be processed.</summary>
public sealed class DeliveryFailures(IServiceScopeFactory scopes, WebhookTelemetry telemetry)
{
    // A scope of its own: what failed may have left a broken transaction behind. Not cancelled either: a failure is to be seen.
    public async Task MarkAsync(Guid id)
    {
        telemetry.Failed();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TicketDbContext>().Deliveries
            .Where(delivery => delivery.Id == id && delivery.State != DeliveryState.Processed && delivery.State != DeliveryState.Ignored)
            .ExecuteUpdateAsync(set => set
                .SetProperty(delivery => delivery.State, DeliveryState.Failed)
                .SetProperty(delivery => delivery.Reason, DeliveryReason.Error)
                .SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts + 1), CancellationToken.None);
    }
}
