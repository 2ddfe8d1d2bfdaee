using Microsoft.Playwright;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Pages;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace MyPortal.Tests.Browser;

/// <summary>The pages around calls in a browser: what their scripts add, and WCAG 2.2 AA in states that an address alone does not show.</summary>
public sealed class CallPagesTests(PortalFixture portal, BrowserFixture browser)
{
    [Fact]
    public async Task A_click_on_the_link_in_a_mail_is_all_it_takes()
    {
        var number = await portal.TicketForAsync(null);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Absolute(await portal.UnsubscribePathAsync(Demo.Casey, number)));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"You get no more mails about calls on ticket #{number}.");
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_unsubscribe_page_before_and_after()
    {
        var page = await browser.NewPageAsync();
        await page.RouteAsync("**/js/unsubscribe*", route => route.AbortAsync());
        await page.GotoAsync(Absolute(await portal.UnsubscribePathAsync(Demo.Casey, await portal.TicketForAsync(null))));
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Unsubscribe" }).ClickAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync(Absolute("/unsubscribe/made-up"));
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task A_technician_connects_and_makes_an_address_and_axe_finds_nothing()
    {
        using var session = await portal.NewSessionAsync("technician");
        var page = await browser.NewPageAsync();
        await session.CopyToAsync(page.Context);
        await page.GotoAsync(Absolute("/profile"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).ClickAsync();
        // The button is the script's; from then on a field selects itself.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy Secret" })).ToBeVisibleAsync();
        await page.Locator("#webhook-secret").FocusAsync();
        (await page.EvaluateAsync<bool>("document.activeElement.selectionEnd === document.activeElement.value.length && document.activeElement.selectionStart === 0")).ShouldBeTrue();
        await page.GetByText("Disconnect Cal.com").ClickAsync();
        await page.ShouldBeAccessibleAsync();

        await page.GotoAsync(Absolute("/calls"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a private address" }).ClickAsync();
        await Expect(page.Locator("#feed-url")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Axe_finds_nothing_in_a_full_agenda_and_a_delivery()
    {
        await portal.AddCallAsync(await portal.TicketForAsync(Demo.Tess), TimeSpan.FromDays(9));
        using var account = await CalComAccount.ConnectAsync(portal);
        var (_, messages) = await portal.BookableTicketAsync();
        var delivery = await account.SettleAsync(messages.Created(Guid.NewGuid().ToString("n"), CalComMessages.Day));

        var calls = await browser.OpenAsync(portal, Demo.Tess, "/calls");
        await calls.ShouldBeAccessibleAsync();

        var page = await browser.OpenAsync(portal, Demo.Ada, $"/admin/webhooks/{delivery.Id}");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show personal data" }).ClickAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync(Absolute("/admin/webhooks"));
        await page.ShouldBeAccessibleAsync();
    }

    private string Absolute(string path) => new Uri(portal.Address("web"), path).ToString();
}
