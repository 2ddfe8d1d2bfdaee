using MyPortal.Tests.Shared;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.Tests.Rules.Bookings;

/// <summary>What decides where a call stands when several things that are known of one booking hold at once.</summary>
public sealed class CallStatusTests
{
    // Each decides against all beneath it. Cancelled before Ended: the clock calls a call over while word that it was off is on its way. Rejected
    // before a request to choose another time: who has declined waits for no answer.
    private static readonly (CallStatus Status, CallFact Fact)[] Decisive =
    [
        (CallStatus.NoShow, Fact(CallFactKind.NoShow) with { NoShows = [new Absence("alex@example.com", true)] }),
        (CallStatus.Cancelled, Fact(CallFactKind.Cancelled) with { Discriminator = "off" }),
        (CallStatus.Rejected, Fact(CallFactKind.Rejected)),
        (CallStatus.RescheduleRequested, Fact(CallFactKind.Cancelled) with { Discriminator = "move", RequestsReschedule = true }),
        (CallStatus.Ended, Fact(CallFactKind.MeetingEnded)),
        (CallStatus.InProgress, Fact(CallFactKind.MeetingStarted)),
        (CallStatus.Accepted, Fact(CallFactKind.Created) with { Accepted = true }),
        (CallStatus.PaymentPending, Fact(CallFactKind.PaymentInitiated)),
        (CallStatus.Pending, Fact(CallFactKind.Requested)),
    ];

    public static TheoryData<CallStatus, CallStatus> Pairs() =>
        [.. Decisive.SelectMany((one, index) => Decisive.Skip(index + 1).Select(other => (one.Status, other.Status)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_two_that_hold_the_more_decisive_one_counts(CallStatus decides, CallStatus besides)
    {
        CallFact[] facts = [Of(decides), Of(besides)];

        Status(facts).ShouldBe(decides);
        Status(facts.Reverse()).ShouldBe(decides);
    }

    [Fact]
    public void Every_status_has_its_place() =>
        Decisive.Select(one => one.Status).ShouldBe(Enum.GetValues<CallStatus>(), ignoreOrder: true);

    private static CallStatus Status(IEnumerable<CallFact> facts) => CallThreads.State(facts).ShouldNotBeNull().Status;

    private static CallFact Of(CallStatus status) => Decisive.Single(one => one.Status == status).Fact;

    private static CallFact Fact(CallFactKind kind) =>
        new() { Uid = "uid", Kind = kind, At = CalComMessages.Made, Start = CalComMessages.Day, End = CalComMessages.Day.AddMinutes(30) };
}
