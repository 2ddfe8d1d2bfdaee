namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>From the set of a call's facts to its state: a function of the set alone.</summary>
internal static class CallStates
{
    /// <summary>Null while no fact says when the call is: then there is nothing to show.</summary>
    public static CallState? Of(FactSet facts, UidChain chain)
    {
        if (chain.Head is not { } head)
            return null;
        // The latest word on times and people first; the other bookings of the chain only where the head's facts are silent.
        var words = chain.Of(head).LatestWordFirst().ToList();
        var others = facts.Where(fact => fact.Uid != head).OrderByDescending(fact => fact.At).ThenBy(fact => fact.Uid, StringComparer.Ordinal)
            .ThenBy(fact => fact.Kind).ThenBy(fact => fact.Discriminator, StringComparer.Ordinal);
        var timed = words.First(fact => fact.Start is not null);
        var details = CallDetails.Merge(words.ConvertAll(fact => fact.Says), others.Select(fact => fact.Says));

        return new CallState
        {
            Status = CallStatusTable.Decide([.. facts.Standing.Where(fact => fact.Uid == head)], details.AttendeeEmail),
            HeadUid = head,
            Start = timed.Start!.Value,
            End = timed.End is { } end && end > timed.Start ? end : timed.Start.Value,
            PreviousStart = chain.PreviousStart(head),
            Sequence = Math.Max(0, facts.Count(fact => fact.SetsTime || fact.Kind is CallFactKind.Cancelled or CallFactKind.Rejected) - 1),
            Details = details,
            Reason = words.Where(fact => fact.Kind is CallFactKind.Cancelled or CallFactKind.Rejected or CallFactKind.Rescheduled)
                .OrderByDescending(fact => fact.Kind is CallFactKind.Cancelled).Select(fact => fact.Reason).FirstOrDefault(reason => reason is not null),
            BookedAt = facts.Min(fact => fact.At),
        };
    }
}
