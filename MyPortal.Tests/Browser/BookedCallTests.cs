using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MyPortal.Tests.CalCom;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Mail;
using MyPortal.Tests.Tickets;
using static Microsoft.Playwright.Assertions;

namespace MyPortal.Tests.Browser;

/// <summary>
/// The whole loop: Book a Call → a time in the calendar inside the page → Cal.com's signed webhook → the open page shows the call → mail. Tess's
/// account at the stand-in is connected with an API key, as the demo data have it.
/// </summary>
public sealed class BookedCallTests(PortalFixture portal, BrowserFixture browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_booked_call_comes_back_to_the_open_page_and_to_the_watchers()
    {
        await WebhookIsSetUpAsync();
        var number = await portal.TicketForAsync(Demo.Tess, "The call comes back");
        await WatchAsync(Demo.Ada, number);
        var page = await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{number}");
        await page.EvaluateAsync("window.stillTheSamePage = true");
        await page.Locator("#reply").FillAsync("Half a sentence");

        await page.BookButton().ClickAsync();
        await page.Calendar().BookAsync();

        var call = page.Locator(".call-card");
        await Expect(call).ToBeVisibleAsync();
        await Expect(call).ToContainTextAsync("Upcoming call");
        await Expect(call.GetByRole(AriaRole.Link, new() { Name = "Join the call" })).ToHaveAttributeAsync("href", new Regex("/video/"));
        await Expect(call.GetByRole(AriaRole.Link, new() { Name = "Reschedule" })).ToHaveAttributeAsync("href", new Regex("/reschedule/"));
        await Expect(call.GetByRole(AriaRole.Link, new() { Name = "Add to calendar" })).ToHaveAttributeAsync("href", new Regex(@"\.ics$"));
        await Expect(page.Locator("#booking-heading")).ToHaveTextAsync("Book another call");
        await Expect(page.Locator("#live-status")).ToContainTextAsync("Upcoming call");
        await Expect(page.Locator("#conversation-entries")).ToContainTextAsync("A call was booked for");
        await Expect(page.Locator("#booking-status")).ToContainTextAsync("Thank you");
        await Expect(page.Locator("#reply")).ToHaveValueAsync("Half a sentence");
        // The seeded rule answers to the booking, and the page hears of that too.
        await Expect(page.Locator("#ticket-details")).ToContainTextAsync("Waiting for call");
        (await page.EvaluateAsync<bool>("window.stillTheSamePage === true")).ShouldBeTrue();

        using var mailbox = new Mailbox(portal.Address("mail"));
        var mails = await mailbox.ByReaderAsync(number, 1);
        mails.Keys.ShouldBe([Demo.Ada.Email]);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_or_moved_changes_on_the_open_page()
    {
        await WebhookIsSetUpAsync();
        var number = await portal.TicketForAsync(Demo.Tess);
        var page = await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{number}");
        await page.BookButton().ClickAsync();
        await page.Calendar().BookAsync();
        await Expect(page.Locator(".call-card")).ToBeVisibleAsync();
        var uid = Regex.Match((await page.Locator(".call-card").GetByRole(AriaRole.Link, new() { Name = "Reschedule" }).GetAttributeAsync("href"))!, "[^/]+$").Value;

        using var calCom = portal.CreateClient("calcom");
        using var moved = await calCom.PostAsJsonAsync($"/_stand-in/booking/{uid}/reschedule", new { }, Stop);
        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        var next = (await moved.ReadStrictlyAsync<StandInBooking>()).Uid;
        await Expect(page.Locator("#conversation-entries")).ToContainTextAsync("The call was moved to");
        await Expect(page.Locator(".call-card")).ToHaveCountAsync(1);

        (await calCom.PostAsJsonAsync($"/_stand-in/booking/{next}/cancel", new { reason = "It works again" }, Stop)).EnsureSuccessStatusCode().Dispose();
        await Expect(page.Locator("#conversation-entries")).ToContainTextAsync("“It works again”");
        await Expect(page.Locator(".call-card")).ToHaveCountAsync(0);
        await Expect(page.Locator("#booking-heading")).ToHaveTextAsync("Book a Call");
    }

    [Fact]
    public async Task Without_scripts_the_next_load_shows_the_call()
    {
        await WebhookIsSetUpAsync();
        var number = await portal.TicketForAsync(Demo.Tess);
        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        var ticket = await casey.ReadTicketAsync(number);
        using var calCom = portal.CreateClient("calcom");
        using var booked = await calCom.PostAsJsonAsync("/_stand-in/bookings/tess/ticket-call", new
        {
            start = DateTimeOffset.UtcNow.AddDays(3),
            name = Demo.Casey.Name,
            email = Demo.Casey.Email,
            timeZone = "Europe/Lisbon",
            anyTime = true,
            metadata = new { ticket_reference = ticket.BookingReference },
        }, Stop);
        booked.StatusCode.ShouldBe(HttpStatusCode.Created, await booked.Content.ReadAsStringAsync(Stop));
        await Eventually.GetAsync(() => casey.ReadTicketAsync(number), ticket => ticket.Calls.Count == 1);

        var page = await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{number}", javaScript: false);

        await Expect(page.Locator(".call-card")).ToContainTextAsync("UTC");
        await Expect(page.Locator("#conversation-entries")).ToContainTextAsync("A call was booked for");
    }

    private Task<int> WebhookIsSetUpAsync()
    {
        return Eventually.GetAsync(CountAsync, count => count > 0);

        async Task<int> CountAsync()
        {
            using var calCom = portal.CreateClient("calcom");
            return (await calCom.ReadStrictlyAsync<List<StandInWebhook>>("/_stand-in/webhooks/tess")).Count;
        }
    }

    private async Task WatchAsync(Person person, long number)
    {
        using var client = await portal.ApiClientAsync("ticketapi", person);
        (await client.PutAsync($"/api/tickets/{number}/watch", null, Stop)).EnsureSuccessStatusCode().Dispose();
    }
}
