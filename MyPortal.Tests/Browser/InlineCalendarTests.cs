using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace MyPortal.Tests.Browser;

/// <summary>The Book a Call card with a Cal.com link: Cal.com's real embed.js, and the stand-in's calendar in its frame.</summary>
public sealed class InlineCalendarTests(PortalFixture portal, BrowserFixture browser)
{
    private async Task<IPage> TicketPageAsync(int width = 1280, bool javaScript = true) =>
        await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{await portal.TicketForAsync(Demo.Tess)}", width, javaScript: javaScript);

    [Fact]
    public async Task Reading_a_ticket_makes_no_request_to_anybody_else()
    {
        var page = await browser.OpenAsync(portal, Demo.Casey, "/tickets");
        var origin = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin + "/", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        await page.GoToTicketAsync($"/tickets/{await portal.TicketForAsync(Demo.Tess)}");
        await Expect(page.BookButton()).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        elsewhere.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hover")]
    [InlineData("focus")]
    public async Task The_embed_is_loaded_when_the_reader_shows_intent(string intent)
    {
        var page = await TicketPageAsync();
        await page.RunAndWaitForRequestAsync(
            () => intent == "hover" ? page.BookButton().HoverAsync() : page.BookButton().FocusAsync(),
            portal.StandIn() + "/embed/embed.js");
        await Expect(page.Locator("#booking-panel")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task One_press_opens_the_calendar_inside_the_page_and_it_knows_who_and_what(int width)
    {
        var page = await TicketPageAsync(width);
        await page.BookButton().ClickAsync();
        await Expect(page.BookButton()).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator("#booking-panel-heading")).ToBeFocusedAsync();

        await page.Calendar().ChooseTimeAsync();
        await Expect(page.Calendar().GetByLabel("Your name")).ToHaveValueAsync("Casey Customer");
        await Expect(page.Calendar().GetByLabel("E-mail address")).ToHaveValueAsync("casey@northwind.example");
        await Expect(page.Calendar().GetByLabel("Additional notes")).ToHaveValueAsync(new Regex(@"Ticket #\d+: A ticket of a browser test"));

        // It grows to its content: nothing inside scrolls, and the page does not scroll sideways.
        var frame = await page.Locator("#booking-calendar iframe").EvaluateAsync<double>("frame => frame.getBoundingClientRect().height");
        frame.ShouldBeGreaterThan(300);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        page.Context.Pages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_booking_the_page_says_thank_you_with_the_time()
    {
        var page = await TicketPageAsync();
        await page.BookButton().ClickAsync();
        await page.Calendar().BookAsync();
        await Expect(page.Locator("#booking-status")).ToContainTextAsync(new Regex("Thank you. Your call with Tess Technician is booked for .+day.*\\d\\d:\\d\\d"));
    }

    [Fact]
    public async Task It_closes_and_opens_again_and_focus_goes_back_to_the_button()
    {
        var page = await TicketPageAsync();
        await page.BookButton().FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Calendar().GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close calendar" }).ClickAsync();
        await Expect(page.Locator("#booking-panel")).ToBeHiddenAsync();
        await Expect(page.BookButton()).ToBeFocusedAsync();
        await Expect(page.BookButton()).ToHaveAttributeAsync("aria-expanded", "false");

        await page.Keyboard.PressAsync("Space");
        await Expect(page.Calendar().GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#booking-panel")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Messages_that_do_not_come_from_the_calendar_are_not_believed()
    {
        var page = await TicketPageAsync();
        await page.BookButton().ClickAsync();
        await Expect(page.Calendar().GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        await page.EvaluateAsync(
            "postMessage({ originator: 'CAL', type: 'bookingSuccessfulV2', namespace: 'ticket_call', fullType: 'CAL:ticket_call:bookingSuccessfulV2', data: { startTime: '2030-01-01T10:00:00Z' } }, '*')");
        await page.EvaluateAsync("new Promise(done => { addEventListener('message', done, { once: true }); postMessage('last', '*'); })");
        await Expect(page.Locator("#booking-status")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Without_scripts_the_button_is_a_link_to_the_same_calendar()
    {
        var page = await TicketPageAsync(javaScript: false);
        var href = await page.BookButton().GetAttributeAsync("href");
        href.ShouldNotBeNull().ShouldStartWith(portal.StandIn() + "/tess/ticket-call?name=Casey%20Customer&email=casey@northwind.example&notes=Ticket%20%23");
        href.ShouldContain("metadata%5Bticket_reference%5D=");
        await Expect(page.BookButton()).ToHaveAttributeAsync("rel", "noopener");
    }

    [Fact]
    public async Task The_page_works_under_its_own_content_security_policy()
    {
        var page = await TicketPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        await page.ReloadAsync();
        await page.BookButton().ClickAsync();
        await page.Calendar().BookAsync();
        await Expect(page.Locator("#booking-status")).ToContainTextAsync("Thank you");
        complaints.ShouldBeEmpty();
    }
}
