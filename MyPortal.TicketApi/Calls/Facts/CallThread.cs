namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>One call: the ticket that it belongs to, and all that is known of it, however often it was moved.</summary>
internal sealed class CallThread(Guid id, Guid ticketId, FactSet facts)
{
    public Guid Id { get; } = id;
    public Guid TicketId { get; } = ticketId;
    public FactSet Facts { get; } = facts;

    public bool Knows(KnownFact fact) =>
        Facts.Uids.Contains(fact.Uid) || (fact.Predecessor is { } predecessor && Facts.Uids.Contains(predecessor));
}
