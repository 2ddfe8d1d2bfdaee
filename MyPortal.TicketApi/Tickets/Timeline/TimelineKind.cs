namespace MyPortal.TicketApi.Tickets.Timeline;

/// <summary>What happened. Clients should show kinds that they do not know in a plain way: later versions add some.</summary>
public enum TimelineKind
{
    Created,
    Assigned,
    Unassigned,
    StatusChanged,
    PriorityChanged,

    /// <summary>A call was asked for that the host has yet to confirm.</summary>
    CallRequested,
    CallBooked,
    CallMoved,
    CallCancelled,

    /// <summary>The host has declined a call that was asked for.</summary>
    CallRejected,

    /// <summary>The host has asked to choose another time.</summary>
    CallRescheduleRequested,
    CallPaymentDue,
    CallEnded,
    CallNoShow,
}
