using System.Text;
using MyPortal.Tests.Rules.Bookings;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.CalCom.Reconciliation;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.Tests.Rules.Reconciliation;

/// <summary>
/// A delivery is given up for lost, its loss is repaired, and then it comes after all: what happened once stands on the timeline once, and was
/// one event.
/// </summary>
public sealed class LateDeliveryTests
{
    private static readonly Guid Ticket = Guid.NewGuid();
    private static readonly CalComMessages Says = new("good");
    private static readonly DateTimeOffset Nine = CalComMessages.Day;
    private static readonly DateTimeOffset Ten = Nine.AddHours(1);
    private static readonly DateTimeOffset Marked = Nine.AddHours(1), Unmarked = Nine.AddHours(2), ReadAt = Nine.AddHours(3);

    /// <summary>How the bookings of a call stand at Cal.com, and all that Cal.com told on the way there.</summary>
    private static readonly Dictionary<string, (ApiBooking[] Bookings, string[] Told)> Histories = new()
    {
        ["booked"] = ([At("a", Nine)], [Says.Created("a", Nine)]),
        ["asked for"] = ([At("a", Nine, "pending")], [Says.Requested("a", Nine)]),
        ["confirmed"] = ([At("a", Nine)], [Says.Requested("a", Nine), Says.Created("a", Nine, confirmed: true)]),
        ["rejected"] = ([At("a", Nine, "rejected")], [Says.Requested("a", Nine), Says.Rejected("a", Nine)]),
        ["payment due"] = ([At("a", Nine, "pending")], [Says.PaymentInitiated("a", Nine)]),
        ["paid"] = ([At("a", Nine)], [Says.PaymentInitiated("a", Nine), Says.Created("a", Nine, confirmed: true), Says.Paid("a", Nine)]),
        ["cancelled"] = ([At("a", Nine, "cancelled")], [Says.Created("a", Nine), Says.Cancelled("a", Nine)]),
        ["another time was asked for"] = (
            [At("a", Nine, "cancelled")], [Says.Created("a", Nine), Says.Cancelled("a", Nine, requestReschedule: true)]),
        ["another time was asked for and chosen"] = (
            [At("a", Nine, "cancelled") with { To = "b" }, At("b", Ten) with { From = "a" }],
            [Says.Created("a", Nine), Says.Cancelled("a", Nine, requestReschedule: true), Says.Rescheduled("b", Ten, "a", Nine)]),
        ["moved"] = (
            [At("a", Nine, "cancelled") with { To = "b" }, At("b", Ten) with { From = "a" }],
            [Says.Created("a", Nine), Says.Rescheduled("b", Ten, "a", Nine)]),
        ["moved, and confirmed again"] = (
            [At("a", Nine, "cancelled") with { To = "b" }, At("b", Ten) with { From = "a" }],
            [Says.Requested("a", Nine), Says.Created("a", Nine, confirmed: true), Says.Requested("b", Ten, from: "a"), Says.Created("b", Ten, confirmed: true)]),
        ["moved and cancelled"] = (
            [At("a", Nine, "cancelled") with { To = "b" }, At("b", Ten, "cancelled") with { From = "a" }],
            [Says.Created("a", Nine), Says.Rescheduled("b", Ten, "a", Nine), Says.Cancelled("b", Ten)]),
        ["not attended"] = ([At("a", Nine) with { Absent = true }], [Says.Created("a", Nine), Says.NoShow("a", Marked)]),
        ["not attended, told by two webhooks"] = (
            [At("a", Nine) with { Absent = true }], [Says.Created("a", Nine), Says.NoShow("a", Marked), Says.NoShow("a", Marked.AddMilliseconds(40))]),
        ["attended after all"] = ([At("a", Nine)], [Says.Created("a", Nine), Says.NoShow("a", Marked), Says.NoShow("a", Unmarked, absent: false)]),
    };

    public static TheoryData<string> Names() => [.. Histories.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whichever_are_late_and_in_whatever_order_they_come_the_call_ends_as_if_none_had_been(string history)
    {
        var (bookings, told) = Histories[history];
        var inOrder = Book().Deliver(told);
        var expected = Describe(inOrder);
        for (var mask = 0; mask < 1 << told.Length; mask++)
        {
            var inTime = told.Where((_, index) => (mask & 1 << index) != 0).ToList();
            foreach (var late in Permutations.Of([.. told.Except(inTime)]))
            {
                var book = Book().Deliver(inTime);
                var repairs = Repairs(book, bookings, ReadAt);
                book.Deliver(repairs);
                var events = book.Events.ToList();

                book.Deliver(late);
                Describe(book).ShouldBe(expected);
                // A mark that has been taken back shows in no booking, so that nothing could be repaired; it is news when it comes.
                foreach (var kind in book.Events.Distinct())
                    Count(book.Events, kind).ShouldBeLessThanOrEqualTo(Math.Max(Count(inOrder.Events, kind), Count(events, kind)));
                book.Events.Skip(events.Count).ShouldBeSubsetOf(inOrder.Events.Where(kind => kind is TicketEventKind.CallNoShow));
                events = [.. book.Events];

                // And once more, as another delivery of the same happening.
                book.Deliver([.. late.Select(body => body + " "), .. repairs.Select(body => body + " ")]);
                Describe(book).ShouldBe(expected);
                book.Events.ShouldBe(events);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_repair_that_was_overtaken_by_the_delivery_changes_nothing(string history)
    {
        var (bookings, told) = Histories[history];
        var repairs = Repairs(Book(), bookings, ReadAt);

        var book = Book().Deliver(told);
        var events = book.Events.ToList();
        book.Deliver(repairs);

        Describe(book).ShouldBe(Describe(Book().Deliver(told)));
        book.Events.ShouldBe(events);
    }

    [Fact]
    public void Each_of_several_marks_that_were_repaired_one_by_one_is_there_once()
    {
        string[] late = [Says.NoShow("a", Marked), Says.NoShow("a", Unmarked, absent: false)];
        var expected = Describe(Book().Deliver([Says.Created("a", Nine), .. late]));
        foreach (var order in Permutations.Of(late))
        {
            var book = Book().Deliver(Says.Created("a", Nine));
            book.Deliver(Repairs(book, [At("a", Nine) with { Absent = true }], Marked.AddMinutes(4)));
            book.Deliver(Repairs(book, [At("a", Nine)], Unmarked.AddMinutes(4)));
            Describe(book).ShouldBe(expected);

            book.Deliver(order);

            Describe(book).ShouldBe(expected);
            book.Events.ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallNoShow]);
        }
    }

    [Fact]
    public void A_request_to_choose_another_time_that_was_taken_for_a_cancellation_becomes_one_when_it_is_told()
    {
        var book = Book().Deliver(Says.Created("a", Nine));
        book.Deliver(Repairs(book, [At("a", Nine, "cancelled")], ReadAt));
        book.Threads.Single().State!.Status.ShouldBe(CallStatus.Cancelled);

        book.Deliver(Says.Cancelled("a", Nine, requestReschedule: true));

        book.Threads.Single().State!.Status.ShouldBe(CallStatus.RescheduleRequested);
        Repairs(book, [At("a", Nine, "cancelled")], ReadAt.AddMinutes(5)).ShouldBeEmpty();
        book.Deliver(Says.Rescheduled("b", Ten, "a", Nine));
        book.Events.ShouldBe([TicketEventKind.CallBooked, TicketEventKind.CallCancelled, TicketEventKind.CallMoved]);
    }

    private static int Count(IEnumerable<TicketEventKind> events, TicketEventKind kind) => events.Count(one => one == kind);

    private static ApiBooking At(string uid, DateTimeOffset start, string status = "accepted") => new(uid, start, status) { Reference = "good" };

    private static CallBook Book() => new(reference => reference == "good" ? Ticket : null);

    /// <summary>What comparing puts in place of deliveries that the book has not seen.</summary>
    private static List<string> Repairs(CallBook book, ApiBooking[] bookings, DateTimeOffset readAt)
    {
        var known = book.Threads.SelectMany(thread => thread.Facts).ToList();
        return [.. bookings.Select(booking => booking.Read()).SelectMany(booking => BookingDrift.Find(booking, known, readAt)
            .Select(missed => Encoding.UTF8.GetString(ReconciledDelivery.Write(missed, booking, "https://cal.example"))))];
    }

    // All but the moments: of what nobody told, only how it stood is known.
    private static string Describe(CallBook book)
    {
        var thread = book.Threads.ShouldHaveSingleItem();
        var state = thread.State.ShouldNotBeNull();
        return string.Join('\n', CallTimeline.Entries(thread).Select(entry => $"{entry.Kind} {entry.From} {entry.To}").Order(StringComparer.Ordinal)
            .Prepend($"{state.Status} {state.HeadUid} {state.Start:O} {state.PreviousStart:O} {state.Reason}"));
    }
}
