namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>What a delivery said of one uid. A set: the same fact again changes nothing, and order does not matter.</summary>
internal sealed class StoredFact
{
    public Guid Id { get; init; }
    public Guid CallId { get; set; }
    public required string Uid { get; init; }
    public CallFactKind Kind { get; init; }

    /// <summary>Tells facts of one kind and uid apart, such as attendees of a no-show; empty where there can be only one.</summary>
    public string Discriminator { get; init; } = "";

    /// <summary>When it happened, by the calendar's clock.</summary>
    public DateTimeOffset At { get; init; }

    public DateTimeOffset? Start { get; init; }
    public DateTimeOffset? End { get; init; }

    /// <summary>What else the delivery told, as JSON.</summary>
    public string Data { get; init; } = "{}";

    /// <summary>Where it came from; null when the clock said so, or once the delivery has been cleaned up.</summary>
    public Guid? DeliveryId { get; init; }
}

internal enum CallFactKind
{
    Requested,
    Created,
    Rescheduled,
    Cancelled,
    Rejected,
    PaymentInitiated,
    Paid,
    MeetingStarted,
    MeetingEnded,
    NoShow,
}
