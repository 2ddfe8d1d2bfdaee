namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>Sends a webhook's test at once, past all switches, so that its owner sees the answer.</summary>
internal sealed class Pinger(Publisher publisher, DeliverySender sender, TimeProvider time)
{
    public Task<LoggedDelivery> PingAsync(Webhook webhook, CancellationToken cancellationToken) => sender.SendAsync(
        Delivery.To(webhook, Triggers.Ping, null, publisher.Envelope(Triggers.Ping, PingPayload.At(time.GetUtcNow()))), cancellationToken);
}
