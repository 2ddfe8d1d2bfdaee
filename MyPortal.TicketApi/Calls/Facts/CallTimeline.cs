using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>An entry of the ticket's timeline about a call. <paramref name="From"/> and <paramref name="To"/> hold instants, ISO 8601 in UTC, or a reason.</summary>
internal sealed record CallEntry((string Uid, BookingFactKind Kind, string Discriminator) Fact, TimelineKind Kind, DateTimeOffset At, string? From, string? To);

/// <summary>What the facts of a call leave on the timeline: one entry for what happened once, and like the state a function of the set alone.</summary>
internal static class CallTimeline
{
    /// <summary>What stands in <c>To</c> when a no-show is taken back.</summary>
    public const string Withdrawn = "withdrawn";

    public static IEnumerable<CallEntry> Entries(FactSet facts)
    {
        var chain = new UidChain(facts);
        var attendee = BookingDerivation.Derive(facts)?.AttendeeEmail;
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
    private static TimelineKind? Kind(KnownFact fact) => fact.Kind switch
    {
        BookingFactKind.Requested => TimelineKind.CallRequested,
        BookingFactKind.Created when fact.Predecessor is null => TimelineKind.CallBooked,
        BookingFactKind.Created or BookingFactKind.Rescheduled => TimelineKind.CallMoved,
        BookingFactKind.Cancelled when fact.RequestsReschedule => TimelineKind.CallRescheduleRequested,
        BookingFactKind.Cancelled => TimelineKind.CallCancelled,
        BookingFactKind.Rejected => TimelineKind.CallRejected,
        BookingFactKind.PaymentInitiated => TimelineKind.CallPaymentDue,
        BookingFactKind.MeetingEnded => TimelineKind.CallEnded,
        BookingFactKind.NoShow => TimelineKind.CallNoShow,
        _ => null,
    };

    private static DateTimeOffset? From(KnownFact fact, UidChain chain) => fact.Kind switch
    {
        BookingFactKind.Requested or BookingFactKind.Created or BookingFactKind.Rescheduled =>
            fact.Predecessor is { } predecessor ? fact.PredecessorStart ?? chain.Start(predecessor) : null,
        _ => chain.Start(fact.Uid) ?? fact.Start,
    };

    private static string? To(KnownFact fact, string? attendee) => fact.Kind switch
    {
        BookingFactKind.Cancelled or BookingFactKind.Rejected => fact.Reason,
        BookingFactKind.NoShow when NoShows.Says(fact, attendee) is false => Withdrawn,
        _ => null,
    };
}
