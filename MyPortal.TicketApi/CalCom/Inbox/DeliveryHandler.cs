using Wolverine.Attributes;

namespace MyPortal.TicketApi.CalCom.Inbox;

[WolverineHandler]
internal static class DeliveryHandler
{
    /// <summary>What goes wrong is shown in the inbox, and tried again as every message is.</summary>
    public static async Task HandleAsync(
        ProcessDelivery message, DeliveryProcessor processor, DeliveryFailures failures, CancellationToken cancellationToken)
    {
        try
        {
            await processor.ProcessAsync(message.DeliveryId, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await failures.MarkAsync(message.DeliveryId);
            throw;
        }
    }
}
