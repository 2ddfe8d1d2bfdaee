using System.Text;
using MyPortal.Tests.Rules.Bookings;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.CalCom.Reconciliation;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.Tests.Rules.Reconciliation;

/// <summary>What a booking at Cal.com says has happened, against what deliveries have told.</summary>
public sealed class BookingDriftTests
{
    private static readonly CalComMessages Says = new();
    private static readonly DateTimeOffset Nine = CalComMessages.Day;
    private static readonly DateTimeOffset Ten = Nine.AddHours(1);
    private static readonly DateTimeOffset ReadAt = Nine.AddHours(2);

    /// <summary>How a booking stands at Cal.com, and all that was told of it on the way there.</summary>
    private static readonly Dictionary<string, (ApiBooking Booking, string[] Told)> Histories = new()
    {
        ["booked"] = (new("a", Nine), [Says.Created("a", Nine)]),
        ["asked for"] = (new("a", Nine, "pending"), [Says.Requested("a", Nine)]),
        ["confirmed"] = (new("a", Nine), [Says.Requested("a", Nine), Says.Created("a", Nine, confirmed: true)]),
        ["rejected"] = (new("a", Nine, "rejected"), [Says.Requested("a", Nine), Says.Rejected("a", Nine)]),
        ["cancelled"] = (new("a", Nine, "cancelled"), [Says.Created("a", Nine), Says.Cancelled("a", Nine)]),
        ["moved to"] = (new("b", Ten) { From = "a" }, [Says.Rescheduled("b", Ten, "a", Nine)]),
        ["moved away"] = (new("a", Nine, "cancelled") { To = "b" }, [Says.Created("a", Nine)]),
        ["moved and cancelled"] = (new("b", Ten, "cancelled") { From = "a" }, [Says.Rescheduled("b", Ten, "a", Nine), Says.Cancelled("b", Ten)]),
        ["not attended"] = (new("a", Nine) { Absent = true }, [Says.Created("a", Nine), Says.NoShow("a", Nine.AddHours(1))]),
    };

    public static TheoryData<string> Names() => [.. Histories.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_missing_when_all_was_told(string history)
    {
        var (booking, told) = Histories[history];

        BookingDrift.Find(booking.Read(), Facts(told), ReadAt).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whichever_deliveries_are_lost_what_is_put_in_their_place_leads_to_the_same_state(string history)
    {
        var (booking, told) = Histories[history];
        var right = CallThreads.State(Facts(told)).ShouldNotBeNull();
        for (var kept = 0; kept < 1 << told.Length; kept++)
        {
            var facts = Facts([.. told.Where((_, index) => (kept & 1 << index) != 0)]);

            var repaired = Repair(booking, facts);

            var state = CallThreads.State(repaired).ShouldNotBeNull();
            (state.Status, state.Start, state.HeadUid).ShouldBe((right.Status, right.Start, right.HeadUid));
            BookingDrift.Find(booking.Read(), repaired, ReadAt.AddMinutes(5)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_request_to_choose_another_time_is_not_mistaken_for_a_cancellation()
    {
        var facts = Facts(Says.Created("a", Nine), Says.Cancelled("a", Nine, requestReschedule: true));

        BookingDrift.Find(new ApiBooking("a", Nine, "cancelled").Read(), facts, ReadAt).ShouldBeEmpty();
    }

    [Fact]
    public void A_payment_that_is_due_is_no_request_that_was_lost() =>
        BookingDrift.Find(new ApiBooking("a", Nine, "pending").Read(), Facts(Says.PaymentInitiated("a", Nine)), ReadAt).ShouldBeEmpty();

    [Fact]
    public void An_absence_that_was_taken_back_is_found()
    {
        var facts = Facts(Says.Created("a", Nine), Says.NoShow("a", Nine.AddHours(1)));

        var repaired = Repair(new ApiBooking("a", Nine), facts);

        CallThreads.State(repaired).ShouldNotBeNull().Status.ShouldBe(CallStatus.Accepted);
    }

    [Fact]
    public void An_absence_that_is_told_of_after_Cal_com_was_asked_is_not_taken_back()
    {
        var facts = Facts(Says.Created("a", Nine), Says.NoShow("a", ReadAt.AddSeconds(2)));

        BookingDrift.Find(new ApiBooking("a", Nine).Read(), facts, ReadAt).ShouldBeEmpty();
        BookingDrift.Find(new ApiBooking("a", Nine).Read(), facts, ReadAt.AddMinutes(5)).ShouldHaveSingleItem().Trigger.ShouldBe(CalComTriggers.NoShowUpdated);
    }

    private static List<CallFact> Repair(ApiBooking booking, List<CallFact> known) =>
    [
        .. known,
        .. BookingDrift.Find(booking.Read(), known, ReadAt)
            .Select(missed => Read(ReconciledDelivery.Write(missed, booking.Read(), "https://cal.example"))),
    ];

    private static List<CallFact> Facts(params string[] deliveries) => [.. deliveries.Select(delivery => Read(Encoding.UTF8.GetBytes(delivery)))];

    private static CallFact Read(byte[] body)
    {
        var content = (ReconciledDelivery.Read(body) ?? WebhookReader.Read(body)).ShouldNotBeNull();
        return DeliveryFacts.Read(content, DeliveryFacts.Kind(content.Trigger)!.Value, Nine.AddDays(1)).ShouldNotBeNull();
    }
}
