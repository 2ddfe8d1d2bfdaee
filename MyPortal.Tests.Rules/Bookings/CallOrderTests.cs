using MyPortal.Tests.Shared;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.Timeline;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Rules.Bookings;

/// <summary>Deliveries come in any order. Whatever it is, the call ends where it would have ended in the right one.</summary>
public sealed class CallOrderTests
{
    private const string A = "uid-a", B = "uid-b", C = "uid-c";

    private static readonly Guid Ticket = Guid.NewGuid();
    private static readonly CalComMessages Alex = new("good");
    private static readonly DateTimeOffset T0 = Day.AddDays(-5);

    // Each scenario in the order of events, and the status that it must end in.
    private static readonly Dictionary<string, (string[] Messages, CallStatus Status)> Scenarios = new()
    {
        ["booked, moved, the new one cancelled, no-show of the new one"] = (
            [Booked(A), Moved(B, A, 1), Cancel(B, 1, 2), Alex.NoShow(B, T0.AddHours(3))], CallStatus.NoShow),
        ["booked, moved, the old one cancelled, no-show of the new one"] = (
            [Booked(A), Moved(B, A, 1), Cancel(A, 0, 2), Alex.NoShow(B, T0.AddHours(3))], CallStatus.NoShow),
        ["booked, moved, the old one cancelled, no-show of the old one"] = (
            [Booked(A), Moved(B, A, 1), Cancel(A, 0, 2), Alex.NoShow(A, T0.AddHours(3))], CallStatus.Accepted),
        ["booked, moved, the new one cancelled, no-show taken back"] = (
            [Booked(A), Moved(B, A, 1), Alex.NoShow(B, T0.AddHours(3)), Alex.NoShow(B, T0.AddHours(4), absent: false), Cancel(B, 1, 2)], CallStatus.Cancelled),
        ["asked to book again, and did"] = (
            [Booked(A), Cancel(A, 0, 1, requestReschedule: true), Moved(B, A, 2)], CallStatus.Accepted),
        ["asked to book again, and did not"] = (
            [Booked(A), Cancel(A, 0, 1, requestReschedule: true)], CallStatus.RescheduleRequested),
        ["moved twice"] = (
            [Booked(A), Moved(B, A, 1), Moved(C, B, 2), Alex.NoShow(C, T0.AddHours(5))], CallStatus.NoShow),
        ["moved twice with the reference at both ends"] = (
            [Booked(A), Moved(B, A, 1), Moved(C, B, 2, withReference: true), Cancel(C, 2, 3)], CallStatus.Cancelled),
        ["asked for, confirmed, started, ended"] = (
            [Alex.Requested(A, Day, T0), Alex.Created(A, Day, T0.AddHours(1), confirmed: true), Alex.Meeting("MEETING_STARTED", A, Day), Alex.Meeting("MEETING_ENDED", A, Day, flat: true)],
            CallStatus.Ended),
        ["asked for and declined"] = (
            [Alex.Requested(A, Day, T0), Alex.Rejected(A, Day, T0.AddHours(1))], CallStatus.Rejected),
        ["paid"] = (
            [Alex.PaymentInitiated(A, Day, T0), Alex.Paid(A, Day, T0.AddHours(1)), Alex.Created(A, Day, T0.AddHours(1))], CallStatus.Accepted),
        ["told twice by two webhooks of the host"] = (
            [Booked(A), Alex.Created(A, Day, T0.AddMilliseconds(40)), Moved(B, A, 1), Cancel(B, 1, 2)], CallStatus.Cancelled),
    };

    public static TheoryData<string> Names() => [.. Scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_order_ends_in_the_same_state_and_timeline(string scenario)
    {
        var (messages, status) = Scenarios[scenario];
        var expected = Book().Deliver(messages);

        expected.Threads.Count.ShouldBe(1);
        expected.Threads[0].State!.Status.ShouldBe(status);
        foreach (var order in Permutations.Of(messages))
            Book().Deliver(order).Describe().ShouldBe(expected.Describe());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_twice_is_as_good_as_once(string scenario)
    {
        var messages = Scenarios[scenario].Messages;
        var once = Book().Deliver(messages);
        var twice = Book().Deliver(messages.Concat(messages.Reverse()));

        twice.Describe().ShouldBe(once.Describe());
        twice.Events.ShouldBe(once.Events);
    }

    [Fact]
    public void What_a_late_delivery_says_of_a_superseded_booking_goes_on_the_timeline_and_is_no_event()
    {
        var book = Book().Deliver(Moved(B, A, 1, withReference: true));
        book.Events.ShouldBe([TicketEventKind.CallBooked]);

        book.Deliver(Booked(A), Cancel(A, 0, 2));

        book.Events.ShouldBe([TicketEventKind.CallBooked]);
        CallTimeline.Entries(book.Threads[0]).Select(entry => entry.Kind)
            .ShouldBe([TimelineKind.CallMoved, TimelineKind.CallBooked, TimelineKind.CallCancelled], ignoreOrder: true);
    }

    [Fact]
    public void In_the_right_order_each_step_is_an_event()
    {
        Book().Deliver(Booked(A), Moved(B, A, 1), Cancel(B, 1, 2)).Events
            .ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallMoved, TicketEventKind.CallCancelled]);
        Book().Deliver(Alex.Requested(A, Day, T0), Alex.Created(A, Day, T0.AddHours(1), confirmed: true), Alex.Meeting("MEETING_ENDED", A, Day), Alex.NoShow(A)).Events
            .ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallEnded, TicketEventKind.CallNoShow]);
        // Nobody has called anything off: the host asks to book again.
        Book().Deliver(Booked(A), Cancel(A, 0, 1, requestReschedule: true), Moved(B, A, 2)).Events
            .ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallMoved]);
    }

    [Fact]
    public void A_no_show_that_is_taken_back_after_the_end_tells_of_no_second_end() =>
        Book().Deliver(Booked(A), Alex.Meeting("MEETING_ENDED", A, Day), Alex.NoShow(A, Day.AddHours(1)), Alex.NoShow(A, Day.AddHours(2), absent: false)).Events
            .ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallEnded, TicketEventKind.CallNoShow]);

    [Fact]
    public void A_no_show_that_is_taken_back_before_the_end_leaves_the_end_to_be_told() =>
        Book().Deliver(Booked(A), Alex.NoShow(A, Day.AddMinutes(5)), Alex.NoShow(A, Day.AddMinutes(10), absent: false), Alex.Meeting("MEETING_ENDED", A, Day)).Events
            .ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallNoShow, TicketEventKind.CallEnded]);

    [Fact]
    public void Pieces_of_a_chain_become_one_call_when_the_link_arrives()
    {
        var book = Book().Deliver(Booked(A), Moved(C, B, 2, withReference: true));
        book.Threads.Count.ShouldBe(2);

        book.Deliver(Moved(B, A, 1));

        var state = book.Threads.ShouldHaveSingleItem().State!;
        (state.HeadUid, state.Start, state.PreviousStart).ShouldBe((C, Day.AddDays(2), Day.AddDays(1)));
        // The joined call stands where its newest piece stood.
        book.Events.ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallBooked]);
    }

    [Fact]
    public void Calls_of_two_tickets_are_never_joined()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var book = new CallBook(reference => reference == "one" ? one : other)
            .Deliver(new CalComMessages("one").Created(A, Day), new CalComMessages("other").Created(B, Day));
        var link = new CallFact { Uid = B, Kind = CallFactKind.Rescheduled, At = T0, Predecessor = A, Start = Day };

        CallChange.Of(link, null, book.Threads, Guid.NewGuid).Outcome.ShouldBe(MatchOutcome.TicketMismatch);
        CallChange.Of(link with { Predecessor = null }, one, book.Threads, Guid.NewGuid).Outcome.ShouldBe(MatchOutcome.TicketMismatch);
    }

    [Fact]
    public void A_guest_who_stays_away_makes_no_no_show()
    {
        var book = Book().Deliver(Booked(A), Alex.NoShow(A, email: "guest@example.com"));

        book.Threads[0].State!.Status.ShouldBe(CallStatus.Accepted);
        CallTimeline.Entries(book.Threads[0]).ShouldHaveSingleItem().Kind.ShouldBe(TimelineKind.CallBooked);
    }

    private static CallBook Book() => new(reference => reference == "good" ? Ticket : null);

    private static string Booked(string uid) => Alex.Created(uid, Day, T0);

    private static string Moved(string uid, string from, int days, bool withReference = false) =>
        Alex.Rescheduled(uid, Day.AddDays(days), from, fromStart: null, T0.AddHours(days), withReference);

    private static string Cancel(string uid, int days, int hours, bool requestReschedule = false) =>
        Alex.Cancelled(uid, Day.AddDays(days), T0.AddHours(hours), requestReschedule: requestReschedule);
}
