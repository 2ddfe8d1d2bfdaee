namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>What decides where a call stands when several things that are known of its present booking hold at once: the first row that holds.</summary>
internal static class CallStatusTable
{
    private static readonly (CallStatus Status, Func<IReadOnlyCollection<CallFact>, string, bool> Holds)[] Rows =
    [
        (CallStatus.NoShow, NoShows.Stands),
        // Before Ended: the clock calls a call over while word that it was off is on its way.
        (CallStatus.Cancelled, (facts, _) => facts.Any(fact => fact is { Kind: CallFactKind.Cancelled, RequestsReschedule: false })),
        // Before a request to choose another time: who has declined waits for no answer.
        (CallStatus.Rejected, (facts, _) => Has(facts, CallFactKind.Rejected)),
        (CallStatus.RescheduleRequested, (facts, _) => Has(facts, CallFactKind.Cancelled)),
        (CallStatus.Ended, (facts, _) => Has(facts, CallFactKind.MeetingEnded)),
        (CallStatus.InProgress, (facts, _) => Has(facts, CallFactKind.MeetingStarted)),
        (CallStatus.Accepted, (facts, _) => facts.Any(fact => fact.Accepted)),
        (CallStatus.PaymentPending, (facts, _) => Has(facts, CallFactKind.PaymentInitiated) && !Has(facts, CallFactKind.Paid)),
        (CallStatus.Pending, (_, _) => true),
    ];

    /// <param name="facts">Those that count, of one uid.</param>
    /// <param name="attendee">Address of the person who booked; empty while that is unknown.</param>
    public static CallStatus Decide(IReadOnlyCollection<CallFact> facts, string attendee) => Rows.First(row => row.Holds(facts, attendee)).Status;

    private static bool Has(IReadOnlyCollection<CallFact> facts, CallFactKind kind) => facts.Any(fact => fact.Kind == kind);
}
