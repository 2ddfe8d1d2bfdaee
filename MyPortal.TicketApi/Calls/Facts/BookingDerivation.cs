namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>From the set of a call's facts to its state: a function of the set alone.</summary>
internal static class BookingDerivation
{
    /// <summary>Null while no fact says when the call is: then there is nothing to show.</summary>
    public static BookingState? Derive(FactSet facts)
    {
        var chain = new UidChain(facts);
        if (chain.Head is not { } head)
            return null;
        // The latest word on times and people first; the other bookings of the chain only where the head's facts are silent.
        var words = chain.Of(head).LatestWordFirst().ToList();
        var others = facts.Where(fact => fact.Uid != head).OrderByDescending(fact => fact.At).ThenBy(fact => fact.Uid, StringComparer.Ordinal)
            .ThenBy(fact => fact.Kind).ThenBy(fact => fact.Discriminator, StringComparer.Ordinal);
        var all = words.Concat(others).ToList();
        var timed = words.First(fact => fact.Start is not null);
        var attendee = First(all, fact => fact.AttendeeEmail);
        var status = Status([.. facts.Standing.Where(fact => fact.Uid == head)], attendee);

        return new BookingState
        {
            Status = status,
            HeadUid = head,
            Start = timed.Start!.Value,
            End = timed.End is { } end && end > timed.Start ? end : timed.Start.Value,
            PreviousStart = chain.PreviousStart(head),
            Sequence = Math.Max(0, facts.Count(fact => fact.SetsTime || fact.Kind is BookingFactKind.Cancelled or BookingFactKind.Rejected) - 1),
            Title = First(all, fact => fact.Title) ?? "",
            OrganizerName = First(all, fact => fact.OrganizerName) ?? "",
            OrganizerEmail = First(all, fact => fact.OrganizerEmail) ?? "",
            OrganizerTimeZone = First(all, fact => fact.OrganizerTimeZone) ?? "UTC",
            AttendeeName = First(all, fact => fact.AttendeeName) ?? "",
            AttendeeEmail = attendee,
            AttendeeTimeZone = First(all, fact => fact.AttendeeTimeZone) ?? "UTC",
            AttendeeEmails = [.. facts.SelectMany(fact => fact.AttendeeEmails).Distinct().Order(StringComparer.Ordinal)],
            JoinUrl = First(words, fact => fact.JoinUrl),
            BookerUrl = First(all, fact => fact.BookerUrl),
            Reason = First(words.Where(fact => fact.Kind is BookingFactKind.Cancelled or BookingFactKind.Rejected or BookingFactKind.Rescheduled)
                .OrderByDescending(fact => fact.Kind is BookingFactKind.Cancelled), fact => fact.Reason),
        };
    }

    private static BookingStatus Status(IReadOnlyCollection<KnownFact> head, string? attendee)
    {
        if (NoShows.Stands(head, attendee))
            return BookingStatus.NoShow;
        if (head.Any(fact => fact is { Kind: BookingFactKind.Cancelled, RequestsReschedule: false }))
            return BookingStatus.Cancelled;
        if (Has(head, BookingFactKind.Rejected))
            return BookingStatus.Rejected;
        if (Has(head, BookingFactKind.Cancelled))
            return BookingStatus.RescheduleRequested;
        if (Has(head, BookingFactKind.MeetingEnded))
            return BookingStatus.Ended;
        if (Has(head, BookingFactKind.MeetingStarted))
            return BookingStatus.InProgress;
        if (head.Any(fact => fact.Accepted))
            return BookingStatus.Accepted;
        return Has(head, BookingFactKind.PaymentInitiated) && !Has(head, BookingFactKind.Paid) ? BookingStatus.PaymentPending : BookingStatus.Pending;
    }

    private static bool Has(IEnumerable<KnownFact> facts, BookingFactKind kind) => facts.Any(fact => fact.Kind == kind);

    private static string? First(IEnumerable<KnownFact> facts, Func<KnownFact, string?> field) => facts.Select(field).FirstOrDefault(value => value is not null);
}
