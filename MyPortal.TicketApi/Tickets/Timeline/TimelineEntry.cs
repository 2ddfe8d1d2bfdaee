using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Timeline;

/// <summary>Something that happened to a ticket. Written once, in the transaction of the change, and never altered.</summary>
internal sealed class TimelineEntry
{
    public Guid Id { get; init; }
    public Guid TicketId { get; init; }
    public TimelineKind Kind { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? ActorId { get; init; }
    public Person? Actor { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>The call that it tells of, for entries of calls.</summary>
    public Guid? CallId { get; set; }
}
