namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>Cal.com's names of the events that the portal understands.</summary>
internal static class CalComTriggers
{
    public const string Requested = "BOOKING_REQUESTED";
    public const string Created = "BOOKING_CREATED";
    public const string Rescheduled = "BOOKING_RESCHEDULED";
    public const string Cancelled = "BOOKING_CANCELLED";
    public const string Rejected = "BOOKING_REJECTED";
    public const string NoShowUpdated = "BOOKING_NO_SHOW_UPDATED";

    /// <summary>What our webhook subscribes to.</summary>
    public static readonly IReadOnlyList<string> Understood =
    [
        Created, Requested, Rescheduled, Cancelled, Rejected, "BOOKING_PAYMENT_INITIATED", "BOOKING_PAID", NoShowUpdated,
        "MEETING_STARTED", "MEETING_ENDED",
    ];
}
