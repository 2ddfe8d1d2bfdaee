using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Webhooks;

[WolverineHandler]
internal static class DeliveryHandler
{
    /// <summary>What goes wrong is shown in the inbox, and tried again as every message is.</summary>
    public static async Task HandleAsync(
        ProcessDelivery message, DeliveryProcessor processor, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        try
        {
            await processor.ProcessAsync(message.DeliveryId, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await MarkAsync(message.DeliveryId, scopes);
            throw;
        }
    }

    // Another scope: what failed may have left a broken transaction behind.
    private static async Task MarkAsync(Guid id, IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<WebhookTelemetry>().Failed();
        await scope.ServiceProvider.GetRequiredService<TicketDbContext>().Deliveries
            .Where(delivery => delivery.Id == id && delivery.State != DeliveryState.Processed && delivery.State != DeliveryState.Ignored)
            .ExecuteUpdateAsync(set => set
                .SetProperty(delivery => delivery.State, DeliveryState.Failed)
                .SetProperty(delivery => delivery.Reason, DeliveryReason.Error)
                .SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts + 1), CancellationToken.None);
    }
}
