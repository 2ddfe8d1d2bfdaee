using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>Where a fact belongs.</summary>
internal enum MatchOutcome
{
    Attached,

    /// <summary>Nothing known ties it to a ticket. Something that comes later may.</summary>
    Unmatched,

    /// <summary>It would tie calls of different tickets together, or a call to a second ticket: refused.</summary>
    TicketMismatch,
}

/// <summary>All that a fact changes: a function of what is known and of the fact. <see cref="CallStore"/> only writes it down.</summary>
/// <param name="Outcome">Where the fact belongs; all else is null or empty unless it was attached.</param>
/// <param name="Call">The call with the fact, merged from all that the fact ties together.</param>
/// <param name="Absorbed">Calls that were known in pieces and are now part of <paramref name="Call"/>.</param>
/// <param name="Before">Where the call stood before; null when it was not known.</param>
/// <param name="NewUids">Uids that were in no call before: deliveries about them may have waited.</param>
internal sealed record CallChange(
    MatchOutcome Outcome, CallThread? Call, IReadOnlyList<CallThread> Absorbed, CallState? Before, IReadOnlyList<string> NewUids)
{
    private static readonly CallChange None = new(MatchOutcome.Unmatched, null, [], null, []);

    /// <summary>Where the call stands now.</summary>
    public CallState? After => Call?.State;

    /// <summary>What the ticket's timeline says of the call now.</summary>
    public IEnumerable<CallEntry> Timeline => Call is null ? [] : CallTimeline.Entries(Call);

    /// <summary>What that is to others.</summary>
    public TicketEventKind? Event => After is null ? null : CallTransitions.Event(Before, After);

    /// <summary>Whether what is to happen around its time must be scheduled anew.</summary>
    public bool IsToBeScheduled => After is { Status: CallStatus.Accepted or CallStatus.InProgress }
        && (Before?.Status, Before?.HeadUid, Before?.Start, Before?.End) != (After.Status, After.HeadUid, After.Start, After.End);

    /// <summary>Adds a fact to the call that it belongs to. The known calls are left as they are; the answer holds the new one.</summary>
    /// <param name="fact">What has become known.</param>
    /// <param name="ticketId">The ticket that the delivery's reference names, if it has a valid one.</param>
    /// <param name="known">Calls of the same connection; at least those with one of the fact's uids.</param>
    /// <param name="newId">The id of a call that was not known.</param>
    public static CallChange Of(CallFact fact, Guid? ticketId, IEnumerable<CallThread> known, Func<Guid> newId)
    {
        var pieces = known.Where(thread => thread.Knows(fact)).OrderBy(thread => thread.Id).ToList();
        var tickets = pieces.Select(piece => piece.TicketId).Concat(ticketId is { } named ? [named] : []).Distinct().ToList();
        if (tickets.Count > 1)
            return None with { Outcome = MatchOutcome.TicketMismatch };
        // Without a time there is nothing to show; what comes later may have one.
        if (tickets.Count == 0 || (pieces.Count == 0 && fact.Start is null))
            return None;

        var knownUids = pieces.SelectMany(piece => piece.Facts.Uids).ToHashSet(StringComparer.Ordinal);
        var call = new CallThread(pieces.Count > 0 ? pieces[0].Id : newId(), tickets[0], new FactSet([.. pieces.SelectMany(piece => piece.Facts), fact]));
        return new CallChange(MatchOutcome.Attached, call, [.. pieces.Skip(1)], StateBefore(pieces, call.State!, fact),
            [.. call.Facts.Uids.Where(uid => !knownUids.Contains(uid))]);
    }

    // Of pieces that are joined, the one whose history the present state continues.
    private static CallState? StateBefore(List<CallThread> pieces, CallState after, CallFact fact)
    {
        var same = pieces.Find(piece => piece.State!.HeadUid == after.HeadUid);
        var before = pieces.Find(piece => fact.Predecessor is not null && piece.Facts.Uids.Contains(fact.Predecessor));
        return (same ?? before ?? pieces.FirstOrDefault())?.State;
    }
}
