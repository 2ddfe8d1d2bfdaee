using MyPortal.TicketApi.Infrastructure.Periodic;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>One request of a webhook, or what reconciliation found instead of one, kept for 30 days as it came in.</summary>
internal sealed class WebhookDelivery
{
    /// <summary>The body holds personal data.</summary>
    public static readonly Retention<WebhookDelivery> Retention =
        new(TimeSpan.FromDays(30), (deliveries, before) => deliveries.Where(delivery => delivery.ReceivedAt < before));

    public Guid Id { get; init; }
    public required string ConnectionId { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public required byte[] Body { get; init; }

    /// <summary>SHA-256 of <see cref="Body"/>: the same bytes again are the same delivery.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>How often it came again after the first time.</summary>
    public int Duplicates { get; set; }

    public DeliverySource Source { get; init; }

    /// <summary>Cal.com's name of the event, as far as it could be read; at most 64 characters.</summary>
    public string? Event { get; set; }

    /// <summary>The booking that it tells of.</summary>
    public string? Uid { get; set; }

    /// <summary>The booking that this one replaces (<c>rescheduleUid</c>).</summary>
    public string? RelatedUid { get; set; }

    public DeliveryState State { get; set; }
    public DeliveryReason? Reason { get; set; }
    public Guid? TicketId { get; set; }
    public Guid? CallId { get; set; }

    /// <summary>How often processing was tried.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }

    /// <summary>W3C <c>traceparent</c> of the request that brought it.</summary>
    public string? TraceParent { get; init; }
}
