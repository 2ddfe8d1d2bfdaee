using System.Text.Json;
using System.Text.Json.Nodes;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.CalCom.Reconciliation;

namespace MyPortal.Tests.Rules.Reconciliation;

public sealed class ReconciledDeliveryTests
{
    private static readonly CalComBooking Booking =
        new ApiBooking("b", CalComMessages.Day) { From = "a", Reference = "reference" }.Read();

    private static readonly MissedEvent Missed = new(CalComTriggers.Rescheduled, CalComMessages.Day.AddDays(-1));

    [Fact]
    public void Is_read_as_the_webhook_that_was_lost()
    {
        var content = ReconciledDelivery.Read(ReconciledDelivery.Write(Missed, Booking, "https://cal.example")).ShouldNotBeNull();

        content.Trigger.ShouldBe("BOOKING_RESCHEDULED");
        content.CreatedAt.ShouldBe(Missed.At);
        (content.Uid, content.RescheduleUid, content.Reference).ShouldBe(("b", "a", "reference"));
        (content.Start, content.End).ShouldBe((CalComMessages.Day, CalComMessages.Day.AddMinutes(30)));
        (content.Says.OrganizerName, content.Says.OrganizerEmail, content.Says.OrganizerTimeZone).ShouldBe(("Sam Host", "sam.host@example.com", "Europe/Berlin"));
        (content.Says.AttendeeName, content.Says.AttendeeEmail, content.Says.AttendeeTimeZone).ShouldBe(("Alex Example", "alex@example.com", "America/New_York"));
        content.Says.AttendeeEmails.ShouldBe(["alex@example.com", "robin@example.com"]);
        (content.Says.JoinUrl, content.Says.BookerUrl).ShouldBe(("https://video.example/b", "https://cal.example/"));
    }

    [Fact]
    public void The_same_drift_gives_the_same_bytes() =>
        ReconciledDelivery.Write(Missed, Booking, null).ShouldBe(ReconciledDelivery.Write(Missed, Booking, null));

    [Fact]
    public void Only_a_booking_that_was_made_says_what_it_replaced()
    {
        var cancelled = ReconciledDelivery.Write(Missed with { Trigger = CalComTriggers.Cancelled }, Booking, null);

        ReconciledDelivery.Read(cancelled).ShouldNotBeNull().RescheduleUid.ShouldBeNull();
    }

    [Theory]
    [InlineData("\"Robin@example.com\"")]
    [InlineData("{\"email\":\"Robin@example.com\"}")]
    public void Where_there_are_only_guests_the_first_of_them_is_who_booked(string guest)
    {
        var json = new ApiBooking("a", CalComMessages.Day).ToJson();
        json["attendees"] = new JsonArray();
        json["guests"] = new JsonArray(JsonNode.Parse(guest));
        var booking = CalComBooking.Read(JsonSerializer.SerializeToElement(json)).ShouldNotBeNull();

        var says = ReconciledDelivery.Read(ReconciledDelivery.Write(Missed, booking, null)).ShouldNotBeNull().Says;

        says.AttendeeEmail.ShouldBe("Robin@example.com");
        says.AttendeeEmails.ShouldBe(["robin@example.com"]);
    }
}
