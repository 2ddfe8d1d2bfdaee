namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>One call: the ticket that it belongs to, all that is known of it, however often it was moved, and what follows from that.</summary>
internal sealed class CallThread
{
    public CallThread(Guid id, Guid ticketId, FactSet facts)
    {
        (Id, TicketId, Facts) = (id, ticketId, facts);
        Chain = new UidChain(facts);
        State = CallStates.Of(facts, Chain);
    }

    public Guid Id { get; }
    public Guid TicketId { get; }
    public FactSet Facts { get; }
    public UidChain Chain { get; }

    /// <summary>Null while no fact says when the call is.</summary>
    public CallState? State { get; }

    public bool Knows(CallFact fact) =>
        Facts.Uids.Contains(fact.Uid) || (fact.Predecessor is { } predecessor && Facts.Uids.Contains(predecessor));
}
