using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>What the host does to bookings, in a browser.</summary>
public sealed class HostBookingsPageTests(StandInFixture standIn, BrowserFixture browser) : IClassFixture<StandInFixture>
{
    private readonly StandInHost _host = new(standIn.Http);

    [Theory]
    [InlineData("ticket-call", "Start meeting", "Under way", "MEETING_STARTED")]
    [InlineData("ticket-call", "End meeting", "Ended", "MEETING_ENDED")]
    [InlineData("ticket-call", "Mark as no-show", "Nobody came", "BOOKING_NO_SHOW_UPDATED")]
    [InlineData("confirm-call", "Confirm", "Accepted", "BOOKING_CREATED")]
    [InlineData("paid-call", "Mark as paid", "Accepted", "BOOKING_PAID")]
    public async Task One_press_does_it_and_tells_the_webhook(string slug, string button, string state, string trigger)
    {
        await using var subscriber = await Subscriber.StartAsync();
        var uid = await _host.BookedUidAsync(slug);
        await _host.SubscribeAsync(subscriber.Url);
        var page = await OpenAsync();

        await Booking(page, uid).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        await Assertions.Expect(Booking(page, uid).GetByText(state)).ToBeVisibleAsync();
        await Assertions.Expect(Booking(page, uid).GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToHaveCountAsync(0);
        (await subscriber.NextAsync()).Event.ShouldBe(trigger);
    }

    [Theory]
    [InlineData("ticket-call", "Cancel", "Reason for cancelling", "Cancelled", "BOOKING_CANCELLED", "cancellationReason")]
    [InlineData("ticket-call", "Ask to reschedule", "Reason for asking", "the host asks for another time", "BOOKING_CANCELLED", "cancellationReason")]
    [InlineData("confirm-call", "Reject", "Reason for rejecting", "Rejected", "BOOKING_REJECTED", "rejectionReason")]
    public async Task What_needs_a_reason_asks_for_one(string slug, string action, string label, string state, string trigger, string key)
    {
        await using var subscriber = await Subscriber.StartAsync();
        var uid = await _host.BookedUidAsync(slug);
        await _host.SubscribeAsync(subscriber.Url);
        var page = await OpenAsync();

        await Booking(page, uid).GetByText($"{action}…").ClickAsync();
        await Booking(page, uid).GetByLabel(label).FillAsync("Ill today");
        await Booking(page, uid).GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();

        await Assertions.Expect(Booking(page, uid).GetByText(state)).ToBeVisibleAsync();
        var received = await subscriber.NextAsync();
        received.Event.ShouldBe(trigger);
        received.RawPayload.GetProperty(key).GetString().ShouldBe("Ill today");
    }

    [Fact]
    public async Task What_has_become_impossible_meanwhile_is_refused_with_the_reason()
    {
        var uid = await _host.BookedUidAsync();
        var page = await OpenAsync();
        await _host.DoAsync(uid, "cancel");

        await Booking(page, uid).GetByRole(AriaRole.Button, new() { Name = "End meeting" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Only an accepted booking can end.");
    }

    [Fact]
    public async Task The_host_moves_a_booking_in_the_calendar()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var uid = await _host.BookedUidAsync();
        await _host.SubscribeAsync(subscriber.Url);
        var page = await OpenAsync();
        await Booking(page, uid).GetByRole(AriaRole.Link, new() { Name = "Reschedule" }).ClickAsync();

        await page.GetByRole(AriaRole.Group, new() { Name = "Time" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByLabel("Reason for the change").FillAsync("Clash");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This meeting is scheduled" })).ToBeFocusedAsync();

        var moved = await subscriber.NextAsync();
        moved.Event.ShouldBe("BOOKING_RESCHEDULED");
        moved.Payload.RescheduledBy.ShouldBe(_host.Email);
        moved.Payload.Metadata.ShouldNotBeNull().TicketReference.ShouldBe(StandInHost.Reference);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{standIn.Origin}/bookings/{_host.User}");
        return page;
    }

    private static ILocator Booking(IPage page, string uid) => page.Locator($"[id='{uid}']");
}
