using System.Net;
using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>The links of a booking that its attendee follows: its page, cancel, reschedule, video.</summary>
public sealed class AttendeePagesTests(StandInFixture standIn, BrowserFixture browser) : IClassFixture<StandInFixture>
{
    private readonly StandInHost _host = new(standIn.Http);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_attendee_cancels_by_link_with_and_without_scripts(bool scripts)
    {
        await using var subscriber = await Subscriber.StartAsync();
        var uid = await _host.BookedUidAsync();
        await _host.SubscribeAsync(subscriber.Url);
        var page = await browser.NewPageAsync(javaScriptEnabled: scripts);
        await page.GotoAsync($"{standIn.Origin}/booking/{uid}?cancel=true");

        await page.GetByLabel("Reason for cancelling").FillAsync("Solved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the meeting" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Cancelled. Solved");
        var cancelled = await subscriber.NextAsync();
        cancelled.Payload.CancelledBy.ShouldBe("casey@northwind.example");
        cancelled.Payload.RequestReschedule.ShouldBe(false);
        await page.GotoAsync($"{standIn.Origin}/booking/{uid}?cancel=true");
        await Assertions.Expect(page.GetByText("There is nothing to cancel.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_attendee_moves_it_by_link_and_the_old_page_leads_to_the_new()
    {
        var uid = await _host.BookedUidAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{standIn.Origin}/booking/{uid}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reschedule" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Former time")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Time" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This meeting is scheduled" })).ToBeVisibleAsync();

        await page.GotoAsync($"{standIn.Origin}/booking/{uid}");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Moved to another time");
        await page.GetByRole(AriaRole.Link, new() { Name = "The booking that replaced it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Accepted");
        using var again = await standIn.Http.GetAsync($"/reschedule/{uid}", TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_move_in_a_frame_is_reported_to_the_page_as_a_move()
    {
        var uid = await _host.BookedUidAsync("confirm-call");
        var page = await standIn.OpenAsync($"{_host.User}/confirm-call?rescheduleUid={uid}");
        await StandInFixture.EventAsync(page, "bookerReady");
        var frame = page.FrameLocator(".cal-embed");
        await frame.GetByRole(AriaRole.Group, new() { Name = "Time" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        var reported = await StandInFixture.EventAsync<ReportedBooking>(page, "rescheduleBookingSuccessfulV2");

        reported.Status.ShouldBe("PENDING");
        reported.Uid.ShouldNotBe(uid);
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Your booking waits for confirmation" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_video_call_has_a_page()
    {
        var uid = await _host.BookedUidAsync();

        (await standIn.Http.GetStringAsync($"/video/{uid}", TestContext.Current.CancellationToken)).ShouldContain("Video call");
    }

    [Theory]
    [InlineData("booking")]
    [InlineData("reschedule")]
    [InlineData("video")]
    public async Task A_link_of_no_booking_is_not_found(string page)
    {
        using var answer = await standIn.Http.GetAsync($"/{page}/unknown", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
