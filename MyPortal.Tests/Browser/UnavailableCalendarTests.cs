using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace MyPortal.Tests.Browser;

/// <summary>What the page says when the calendar does not come. All tests use Nolan's link, one after the other.</summary>
public sealed class UnavailableCalendarTests(PortalFixture portal, BrowserFixture browser)
{
    private async Task<IPage> TicketPageAsync(string path, Func<IPage, Task>? arrange = null)
    {
        await portal.SaveBookingLinkAsync(Demo.Nolan, $"{portal.StandIn()}/{path}");
        var number = await portal.TicketForAsync(Demo.Nolan);
        var page = await browser.OpenAsync(portal, Demo.Casey, "/tickets");
        if (arrange is not null)
            await arrange(page);
        await page.GoToTicketAsync($"/tickets/{number}");
        return page;
    }

    private static async Task ShouldOfferTheLinkAsync(IPage page, string says)
    {
        await Expect(page.Problem()).ToContainTextAsync(says);
        var link = page.Problem().GetByRole(AriaRole.Link, new() { Name = "Open the calendar in a new tab" });
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
        (await link.GetAttributeAsync("href")).ShouldNotBeNull().ShouldContain("/nolan/");
    }

    [Fact]
    public async Task A_blocked_script_is_said_at_once()
    {
        var page = await TicketPageAsync("nolan/ticket-call", page => page.RouteAsync("**/embed/embed.js", route => route.AbortAsync("blockedbyclient")));
        await page.BookButton().ClickAsync();
        await ShouldOfferTheLinkAsync(page, "could not be loaded");
    }

    [Fact]
    public async Task After_a_blocked_script_the_reader_can_try_again()
    {
        var page = await TicketPageAsync("nolan/ticket-call", page => page.RouteAsync("**/embed/embed.js", route => route.AbortAsync("blockedbyclient")));
        await page.BookButton().ClickAsync();
        await Expect(page.Problem()).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.BookButton().ClickAsync();
        await Expect(page.Calendar().GetByRole(AriaRole.Heading, new() { Name = "Ticket call" })).ToBeVisibleAsync();
        await Expect(page.Problem()).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_link_that_Cal_com_does_not_know_is_said()
    {
        var page = await TicketPageAsync("nolan/not-found");
        await page.BookButton().ClickAsync();
        await ShouldOfferTheLinkAsync(page, "does not know this booking link");
    }

    [Theory]
    [InlineData("nolan/never-ready")]
    [InlineData("nolan/hang")]
    [InlineData("nolan/blocked-frame")]
    public async Task A_calendar_that_is_not_ready_within_ten_seconds_is_said(string path)
    {
        var page = await TicketPageAsync(path, page => page.Clock.InstallAsync());
        // From here on the page's clock stands still, however busy the machine is.
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));
        await page.BookButton().ClickAsync();
        await Expect(page.Locator("#booking-status")).ToContainTextAsync("Opening Nolan Nolink's calendar");
        await Expect(page.Locator("#booking-calendar iframe")).ToHaveCountAsync(1);
        await page.Clock.RunForAsync(9_900);
        await Expect(page.Problem()).ToBeHiddenAsync();
        await page.Clock.RunForAsync(200);
        await ShouldOfferTheLinkAsync(page, "does not answer");
    }

    [Fact]
    public async Task A_slow_calendar_is_waited_for()
    {
        var page = await TicketPageAsync("nolan/slow");
        await page.BookButton().ClickAsync();
        await Expect(page.Locator("#booking-status")).ToContainTextAsync("Opening");
        await Expect(page.Calendar().GetByRole(AriaRole.Heading, new() { Name = "Slow" })).ToBeVisibleAsync();
        await Expect(page.Locator("#booking-status")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Without_a_link_there_is_no_card()
    {
        await portal.SaveBookingLinkAsync(Demo.Nolan, "  ");
        var page = await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{await portal.TicketForAsync(Demo.Nolan)}");
        await Expect(page.Locator(".details")).ToContainTextAsync("Nolan Nolink");
        await Expect(page.Locator(".booking-card")).ToHaveCountAsync(0);
    }
}
