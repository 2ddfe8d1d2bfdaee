using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>An entry of the ticket's timeline about a call. <paramref name="From"/> and <paramref name="To"/> hold instants, ISO 8601 in UTC, or a reason.</summary>
internal sealed record CallEntry((string Uid, CallFactKind Kind, string Discriminator) Fact, TimelineKind Kind, DateTimeOffset At, string? From, string? To);

/// <summary>What the facts of a call leave on the timeline: one entry for what happened once, and like the state a function of the set alone.</summary>
internal static class CallTimeline
{
    /// <summary>What stands in <c>To</c> when a no-show is taken back.</summary>
    public const string Withdrawn = "withdrawn";

    public static IEnumerable<CallEntry> Entries(CallThread call)
    {
        var (facts, chain, attendee) = (call.Facts, call.Chain, call.State?.Details.AttendeeEmail ?? "");
        var absences = facts.GroupBy(fact => fact.Uid).SelectMany(uid => NoShows.Changes(uid, attendee)).Select(fact => fact.Key).ToHashSet();
        return from fact in facts.Standing
               let kind = Kind(fact)
               where kind is not null && (kind is not TimelineKind.CallNoShow || absences.Contains(fact.Key))
               select new CallEntry(fact.Key, kind.Value, fact.At,
                   Text(From(fact, chain)), fact.SetsTime ? Text(fact.Start) : To(fact, attendee));
    }

    public static string? Text(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    // That money came or that a meeting began says nothing that the next entry does not.
    private static TimelineKind? Kind(CallFact fact) => fact.Kind switch
    {
        CallFactKind.Requested => TimelineKind.CallRequested,
        CallFactKind.Created when fact.Predecessor is null => TimelineKind.CallBooked,
        CallFactKind.Created or CallFactKind.Rescheduled => TimelineKind.CallMoved,
        CallFactKind.Cancelled when fact.RequestsReschedule => TimelineKind.CallRescheduleRequested,
        CallFactKind.Cancelled => TimelineKind.CallCancelled,
        CallFactKind.Rejected => TimelineKind.CallRejected,
        CallFactKind.PaymentInitiated => TimelineKind.CallPaymentDue,
        CallFactKind.MeetingEnded => TimelineKind.CallEnded,
        CallFactKind.NoShow => TimelineKind.CallNoShow,
        _ => null,
    };

    private static DateTimeOffset? From(CallFact fact, UidChain chain) => fact.Kind switch
    {
        CallFactKind.Requested or CallFactKind.Created or CallFactKind.Rescheduled =>
            fact.Predecessor is { } predecessor ? fact.PredecessorStart ?? chain.Start(predecessor) : null,
        _ => chain.Start(fact.Uid) ?? fact.Start,
    };

    private static string? To(CallFact fact, string attendee) => fact.Kind switch
    {
        CallFactKind.Cancelled or CallFactKind.Rejected => fact.Reason,
        CallFactKind.NoShow when NoShows.Says(fact, attendee) is false => Withdrawn,
        _ => null,
    };
}
