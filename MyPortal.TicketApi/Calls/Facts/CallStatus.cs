namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>Where a call stands.</summary>
public enum CallStatus
{
    /// <summary>The host has yet to confirm.</summary>
    Pending,
    PaymentPending,
    Accepted,

    /// <summary>The host has asked to choose another time; the call is not cancelled.</summary>
    RescheduleRequested,
    Cancelled,
    Rejected,
    InProgress,
    Ended,
    NoShow,
}
