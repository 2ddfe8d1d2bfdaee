using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Browser;

/// <summary>WCAG 2.2 AA as far as axe can tell, on every page and in both themes, and what axe cannot tell: keyboard and reflow.</summary>
public sealed class AccessibilityTests(PortalFixture portal, BrowserFixture browser)
{
    // The second seeded rule, which has a condition and two actions.
    private const string SeededRule = "0198c000-0000-7000-8000-00000000e002";

    [Theory]
    [InlineData("Casey", "/tickets")]
    [InlineData("Casey", "/tickets?status=all&view=mine")]
    [InlineData("Casey", "/tickets/new")]
    [InlineData("Casey", "/tickets/1001")]
    [InlineData("Tess", "/tickets")]
    [InlineData("Tess", "/tickets/1001")]
    [InlineData("Tess", "/profile")]
    [InlineData("Casey", "/profile")]
    [InlineData("Ada", "/admin/automation")]
    [InlineData("Ada", "/admin/automation/new")]
    [InlineData("Ada", $"/admin/automation/{SeededRule}")]
    [InlineData("Ada", "/admin/automation/runs")]
    [InlineData("Tess", "/calls")]
    [InlineData("Ada", "/admin/webhooks")]
    [InlineData("Casey", "/errors/403")]
    [InlineData("Casey", "/tickets/999999")]
    [InlineData("", "/sign-in")]
    public async Task Axe_finds_nothing(string reader, string path) => await (await OpenAsync(reader, path)).ShouldBeAccessibleAsync();

    [Fact]
    public async Task Axe_finds_nothing_with_the_calendar_the_menu_and_messages_open()
    {
        var page = await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{await portal.TicketForAsync(Demo.Tess)}");
        await page.Locator(".user-menu summary").ClickAsync();
        await page.ShouldBeAccessibleAsync("menu");
        await page.Keyboard.PressAsync("Escape");
        await page.BookButton().ClickAsync();
        await Assertions.Expect(page.Calendar().GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
        // The frame's own page is Cal.com's; the stand-in's has tests of its own.
        await page.ShouldBeAccessibleAsync("calendar", frames: false);
    }

    [Theory]
    [InlineData("/tickets")]
    [InlineData("/tickets/1001")]
    [InlineData("/tickets/new")]
    [InlineData("/profile")]
    [InlineData("/admin/automation", "Ada")]
    [InlineData($"/admin/automation/{SeededRule}", "Ada")]
    [InlineData("/admin/automation/runs", "Ada")]
    [InlineData("/calls")]
    [InlineData("/admin/webhooks", "Ada")]
    public async Task At_400_percent_nothing_needs_scrolling_sideways(string path, string reader = "Tess")
    {
        // 1280 CSS pixels at 400 % zoom are 320 (WCAG 1.4.10).
        var page = await browser.OpenAsync(portal, Demo.Everybody.Single(person => person.Name.StartsWith(reader, StringComparison.Ordinal)), path, width: 320);
        (await page.EvaluateAsync<double>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
    }

    [Fact]
    public async Task A_call_can_be_booked_with_the_keyboard_alone()
    {
        var page = await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{await portal.TicketForAsync(Demo.Tess)}");
        await TabToAsync(page, "document.activeElement.id === 'book-a-call'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Calendar().Locator("#times button").First).ToBeVisibleAsync();
        await TabToAsync(page, "document.activeElement.tagName === 'IFRAME'");
        var frame = page.Frames.Single(frame => frame.Url.Contains("/embed?", StringComparison.Ordinal));
        await TabToAsync(page, "document.activeElement.closest('#times') !== null", frame);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "document.activeElement.type === 'submit'", frame);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#booking-status")).ToContainTextAsync("Thank you");
    }

    private async Task<IPage> OpenAsync(string reader, string path)
    {
        if (reader.Length > 0)
            return await browser.OpenAsync(portal, Demo.Everybody.Single(person => person.Name.StartsWith(reader, StringComparison.Ordinal)), path);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(portal.Address("web"), path).ToString());
        return page;
    }

    private static async Task TabToAsync(IPage page, string isThere, IFrame? frame = null)
    {
        for (var press = 0; press < 60; press++)
        {
            if (await (frame ?? page.MainFrame).EvaluateAsync<bool>(isThere))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"Tab never got to: {isThere}");
    }
}
