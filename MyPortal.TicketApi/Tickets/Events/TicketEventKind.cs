namespace MyPortal.TicketApi.Tickets.Events;

/// <summary>What an event tells of. Automation rules may start from each of them.</summary>
public enum TicketEventKind
{
    TicketCreated,

    /// <summary>A reply was added, public or internal.</summary>
    Replied,

    /// <summary>The ticket was given to a technician, or to nobody.</summary>
    Assigned,

    StatusChanged,
    CallBooked,
    CallMoved,
    CallCancelled,

    /// <summary>Fifteen minutes before the start of a call that takes place as far as we know.</summary>
    CallStartingSoon,

    CallEnded,
    CallNoShow,
}
