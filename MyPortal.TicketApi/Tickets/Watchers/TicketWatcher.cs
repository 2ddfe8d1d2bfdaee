using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Watchers;

/// <summary>Somebody who wants to be told of calls on a ticket. The requester is one from the start.</summary>
internal sealed class TicketWatcher
{
    public Guid TicketId { get; init; }
    public Guid PersonId { get; init; }
    public Person Person { get; init; } = null!;
    public DateTimeOffset Since { get; init; }
}
