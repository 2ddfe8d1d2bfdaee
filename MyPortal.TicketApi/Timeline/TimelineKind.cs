namespace MyPortal.TicketApi.Timeline;

/// <summary>What happened. Clients should show kinds that they do not know in a plain way: later versions add some.</summary>
public enum TimelineKind
{
    Created,
    Assigned,
    Unassigned,
    StatusChanged,
    PriorityChanged,
}
