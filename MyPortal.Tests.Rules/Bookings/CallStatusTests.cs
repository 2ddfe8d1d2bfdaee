using MyPortal.Tests.Shared;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.Tests.Rules.Bookings;

/// <summary>What decides where a call stands when several things that are known of one booking hold at once.</summary>
public sealed class CallStatusTests
{
    // Each decides against all beneath it. Cancelled before Ended: the clock calls a call over while word that it was off is on its way. Rejected
    // before a request to choose another time: who has declined waits for no answer.
    private static readonly (BookingStatus Status, KnownFact Fact)[] Decisive =
    [
        (BookingStatus.NoShow, Fact(BookingFactKind.NoShow) with { NoShows = [new Absence("alex@example.com", true)] }),
        (BookingStatus.Cancelled, Fact(BookingFactKind.Cancelled) with { Discriminator = "off" }),
        (BookingStatus.Rejected, Fact(BookingFactKind.Rejected)),
        (BookingStatus.RescheduleRequested, Fact(BookingFactKind.Cancelled) with { Discriminator = "move", RequestsReschedule = true }),
        (BookingStatus.Ended, Fact(BookingFactKind.MeetingEnded)),
        (BookingStatus.InProgress, Fact(BookingFactKind.MeetingStarted)),
        (BookingStatus.Accepted, Fact(BookingFactKind.Created) with { Accepted = true }),
        (BookingStatus.PaymentPending, Fact(BookingFactKind.PaymentInitiated)),
        (BookingStatus.Pending, Fact(BookingFactKind.Requested)),
    ];

    public static TheoryData<BookingStatus, BookingStatus> Pairs() =>
        [.. Decisive.SelectMany((one, index) => Decisive.Skip(index + 1).Select(other => (one.Status, other.Status)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_two_that_hold_the_more_decisive_one_counts(BookingStatus decides, BookingStatus besides)
    {
        KnownFact[] facts = [Of(decides), Of(besides)];

        Status(facts).ShouldBe(decides);
        Status(facts.Reverse()).ShouldBe(decides);
    }

    [Fact]
    public void Every_status_has_its_place() =>
        Decisive.Select(one => one.Status).ShouldBe(Enum.GetValues<BookingStatus>(), ignoreOrder: true);

    private static BookingStatus Status(IEnumerable<KnownFact> facts) => BookingDerivation.Derive(new FactSet(facts)).ShouldNotBeNull().Status;

    private static KnownFact Of(BookingStatus status) => Decisive.Single(one => one.Status == status).Fact;

    private static KnownFact Fact(BookingFactKind kind) =>
        new() { Uid = "uid", Kind = kind, At = CalComMessages.Made, Start = CalComMessages.Day, End = CalComMessages.Day.AddMinutes(30) };
}
