namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>Where a delivery came from.</summary>
public enum DeliverySource
{
    Webhook,

    /// <summary>Found missing when bookings were compared with Cal.com's.</summary>
    Reconciliation,
}

/// <summary>What has become of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>Stored; about to be processed.</summary>
    Received,

    /// <summary>The ticket knows of it.</summary>
    Processed,

    /// <summary>Waits until its booking becomes known.</summary>
    Unmatched,

    /// <summary>Nothing to do.</summary>
    Ignored,

    Failed,
}

/// <summary>Why a delivery is in its state.</summary>
public enum DeliveryReason
{
    Ping,
    UnknownEvent,

    /// <summary>Not JSON, or without what its event needs.</summary>
    Unreadable,

    /// <summary>Made outside the portal: it names no ticket.</summary>
    NoReference,
    ReferenceForged,
    ReferenceExpired,

    /// <summary>It names no ticket, and its booking is not known.</summary>
    UnknownBooking,
    TicketGone,

    /// <summary>It would join bookings of two tickets.</summary>
    TicketMismatch,

    /// <summary>Something newer was known already.</summary>
    Superseded,

    /// <summary>Our own fault; the trace says more.</summary>
    Error,
}
