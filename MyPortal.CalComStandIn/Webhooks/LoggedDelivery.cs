namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>What became of a delivery. Of the URL only the host is told, because the rest may be secret.</summary>
internal sealed record LoggedDelivery(
    long Id, DateTimeOffset At, string User, string Event, string? Uid, string Host, DeliveryOutcome Outcome, int? Status);

/// <summary>The same with what was sent, byte for byte.</summary>
internal sealed record DeliveryContent(LoggedDelivery Delivery, IReadOnlyDictionary<string, string> Headers, string Body);
