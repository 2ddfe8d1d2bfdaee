namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>The events that a webhook can subscribe to, by Cal.com's names.</summary>
internal static class Triggers
{
    public const string Created = "BOOKING_CREATED";
    public const string Rescheduled = "BOOKING_RESCHEDULED";
    public const string Cancelled = "BOOKING_CANCELLED";
    public const string Requested = "BOOKING_REQUESTED";
    public const string Rejected = "BOOKING_REJECTED";
    public const string PaymentInitiated = "BOOKING_PAYMENT_INITIATED";
    public const string Paid = "BOOKING_PAID";
    public const string NoShowUpdated = "BOOKING_NO_SHOW_UPDATED";
    public const string MeetingStarted = "MEETING_STARTED";
    public const string MeetingEnded = "MEETING_ENDED";

    /// <summary>The test that a webhook's owner can send; nobody subscribes to it.</summary>
    public const string Ping = "PING";

    /// <summary>Those that the stand-in sends.</summary>
    public static readonly IReadOnlyList<string> Sent =
    [
        Created, Rescheduled, Cancelled, Requested, Rejected, PaymentInitiated, Paid, NoShowUpdated, MeetingStarted, MeetingEnded,
    ];

    private static readonly string[] NeverSent =
    [
        "RECORDING_READY", "RECORDING_TRANSCRIPTION_GENERATED", "FORM_SUBMITTED", "FORM_SUBMITTED_NO_EVENT", "INSTANT_MEETING",
        "OOO_CREATED", "AFTER_HOSTS_CAL_VIDEO_NO_SHOW", "AFTER_GUESTS_CAL_VIDEO_NO_SHOW", "DELEGATION_CREDENTIAL_ERROR",
        "WRONG_ASSIGNMENT_REPORT",
    ];

    public static bool Exists(string trigger) => Sent.Contains(trigger) || NeverSent.Contains(trigger);
}
