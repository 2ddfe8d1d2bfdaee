namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>How the uids of one call follow each other. Deliveries may contradict each other; every contradiction is decided by the set alone.</summary>
internal sealed class UidChain
{
    private readonly ILookup<string, CallFact> _byUid;
    private readonly ILookup<string, CallFact> _successors;

    public UidChain(FactSet facts)
    {
        _byUid = facts.ToLookup(fact => fact.Uid, StringComparer.Ordinal);
        _successors = facts.Where(fact => fact.Predecessor is not null && fact.Predecessor != fact.Uid)
            .ToLookup(fact => fact.Predecessor!, StringComparer.Ordinal);
        var known = _byUid.Where(uid => uid.Any(fact => fact.Start is not null)).Select(uid => uid.Key).ToList();
        // In a circle, which no calendar makes, everybody has a successor: then all stand for election.
        Head = Newest(known.Where(uid => !_successors.Contains(uid))) ?? Newest(known);
    }

    /// <summary>The uid that nobody has rescheduled; of several the newest, then the greatest.</summary>
    public string? Head { get; }

    public IEnumerable<CallFact> Of(string uid) => _byUid[uid];

    /// <summary>When the booking with this uid was to start, from its own facts or from those of its successor.</summary>
    public DateTimeOffset? Start(string uid) =>
        LatestStart(_byUid[uid]) ?? _successors[uid].Select(fact => fact.PredecessorStart).Where(start => start is not null).Min();

    /// <summary>When the booking that this uid replaced was to start.</summary>
    public DateTimeOffset? PreviousStart(string uid) => Predecessor(uid) is { } predecessor
        ? _byUid[uid].Select(fact => fact.PredecessorStart).Where(start => start is not null).Min() ?? Start(predecessor)
        : null;

    /// <summary>What this uid replaced.</summary>
    public string? Predecessor(string uid) => _byUid[uid].Select(fact => fact.Predecessor)
        .Where(predecessor => predecessor is not null && predecessor != uid).Order(StringComparer.Ordinal).FirstOrDefault();

    private string? Newest(IEnumerable<string> uids) =>
        uids.OrderByDescending(MadeAt).ThenByDescending(uid => uid, StringComparer.Ordinal).FirstOrDefault();

    private DateTimeOffset MadeAt(string uid)
    {
        var made = _byUid[uid].Where(fact => fact.SetsTime).Select(fact => fact.At).ToList();
        return made.Count > 0 ? made.Min() : _byUid[uid].Min(fact => fact.At);
    }

    private static DateTimeOffset? LatestStart(IEnumerable<CallFact> facts) =>
        facts.Where(fact => fact.Start is not null).LatestWordFirst().FirstOrDefault()?.Start;
}
