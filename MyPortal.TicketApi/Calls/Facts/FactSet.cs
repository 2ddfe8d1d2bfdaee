using System.Collections;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>Facts without repetition: adding in any order, and any number of times, gives the same set.</summary>
internal sealed class FactSet : IEnumerable<CallFact>
{
    private readonly Dictionary<(string Uid, CallFactKind Kind, string Discriminator), CallFact> _facts = [];

    public FactSet(IEnumerable<CallFact> facts)
    {
        foreach (var fact in facts)
            Add(fact);
    }

    /// <summary>Every uid that a fact is about or names as replaced.</summary>
    public IReadOnlySet<string> Uids =>
        _facts.Values.SelectMany(fact => fact.Predecessor is null ? [fact.Uid] : (string[])[fact.Uid, fact.Predecessor]).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// All that counts: without what was presumed and has been told since. What that knew of links between uids is still knowledge, so that it
    /// stays in the set.
    /// </summary>
    public IEnumerable<CallFact> Standing => _facts.Values.Where(fact => !fact.Presumed || !_facts.Values.Any(told => told.Replaces(fact)));

    /// <summary>False when the set knew it.</summary>
    public bool Add(CallFact fact)
    {
        var kept = _facts.TryGetValue(fact.Key, out var known) ? CallFact.Choose(known, fact) : fact;
        if (known is not null && ReferenceEquals(kept, known))
            return false;
        _facts[fact.Key] = kept;
        return known is null;
    }

    public IEnumerator<CallFact> GetEnumerator() => _facts.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
