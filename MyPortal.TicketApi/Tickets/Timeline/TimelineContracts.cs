using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Timeline;

/// <summary>One event on a ticket, oldest first.</summary>
/// <param name="Id">Identifies the event.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Actor">Who did it; null when the portal itself did.</param>
/// <param name="From">
/// The value before, ready to show: a name for assignments, a status or priority otherwise. For calls an instant in UTC (ISO 8601): the
/// start, or the former start of a moved one; null where <paramref name="To"/> holds it.
/// </param>
/// <param name="To">The value after, likewise. For calls the start when booked or moved, else the reason that was given, if any.</param>
/// <param name="BookingId">The call that it tells of; null for everything else.</param>
public sealed record TimelineItem(Guid Id, TimelineKind Kind, DateTimeOffset At, PersonReference? Actor, string? From, string? To, Guid? BookingId);

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
