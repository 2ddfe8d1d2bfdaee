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

/// <param name="Outcome">Where the fact belongs; all else is null or empty unless it was attached.</param>
/// <param name="Thread">The call with the fact, merged from all that the fact ties together.</param>
/// <param name="Absorbed">Calls that were known in pieces and are now part of <paramref name="Thread"/>.</param>
/// <param name="Before">Where the call stood before, null when it was not known.</param>
/// <param name="After">Where it stands now.</param>
/// <param name="NewUids">Uids that were in no call before: deliveries about them may have waited.</param>
internal sealed record Match(
    MatchOutcome Outcome, CallThread? Thread, IReadOnlyList<CallThread> Absorbed, BookingState? Before, BookingState? After, IReadOnlyList<string> NewUids)
{
    public static readonly Match None = new(MatchOutcome.Unmatched, null, [], null, null, []);
    public static readonly Match Refused = None with { Outcome = MatchOutcome.TicketMismatch };
}

internal static class CallMatching
{
    /// <summary>Adds a fact to the call that it belongs to. The known calls are left as they are; the answer holds the new one.</summary>
    /// <param name="known">Calls of the same connection; at least those with one of the fact's uids.</param>
    /// <param name="ticketId">The ticket that the delivery's reference names, if it has a valid one.</param>
    /// <param name="newId">The id of a call that was not known.</param>
    public static Match Add(KnownFact fact, Guid? ticketId, IEnumerable<CallThread> known, Func<Guid> newId)
    {
        var pieces = known.Where(thread => thread.Knows(fact)).OrderBy(thread => thread.Id).ToList();
        var tickets = pieces.Select(piece => piece.TicketId).Concat(ticketId is { } named ? [named] : []).Distinct().ToList();
        if (tickets.Count > 1)
            return Match.Refused;
        // Without a time there is nothing to show; what comes later may have one.
        if (tickets.Count == 0 || (pieces.Count == 0 && fact.Start is null))
            return Match.None;

        var knownUids = pieces.SelectMany(piece => piece.Facts.Uids).ToHashSet(StringComparer.Ordinal);
        var thread = new CallThread(pieces.Count > 0 ? pieces[0].Id : newId(), tickets[0], new FactSet([.. pieces.SelectMany(piece => piece.Facts), fact]));
        var after = BookingDerivation.Derive(thread.Facts)!;
        return new Match(MatchOutcome.Attached, thread, [.. pieces.Skip(1)], Before(pieces, after, fact), after,
            [.. thread.Facts.Uids.Where(uid => !knownUids.Contains(uid))]);
    }

    // Of pieces that are joined, the one whose history the present state continues.
    private static BookingState? Before(List<CallThread> pieces, BookingState after, KnownFact fact)
    {
        var states = pieces.Select(piece => (piece.Facts, State: BookingDerivation.Derive(piece.Facts)!)).ToList();
        var same = states.FirstOrDefault(piece => piece.State.HeadUid == after.HeadUid);
        var before = states.FirstOrDefault(piece => fact.Predecessor is not null && piece.Facts.Uids.Contains(fact.Predecessor));
        return same.State ?? before.State ?? states.FirstOrDefault().State;
    }
}
