using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace MyPortal.Tests.Browser;

/// <summary>What somebody typed is not lost, whatever happens between typing and saving.</summary>
public sealed class DraftTests(PortalFixture portal, BrowserFixture browser)
{
    [Fact]
    public async Task A_reply_sent_after_the_session_has_ended_is_still_there_after_signing_in_again()
    {
        var number = await portal.TicketForAsync(null);
        using var session = await portal.NewSessionAsync(Demo.Casey);
        var page = await browser.NewPageAsync();
        await session.CopyToAsync(page.Context);
        await page.GotoAsync(new Uri(session.Client.BaseAddress!, $"/tickets/{number}").ToString());
        await page.Locator("#reply").FillAsync("Typed before the session ended");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();

        await page.GetByLabel("E-mail address").FillAsync(Demo.Casey.Email);
        await page.GetByLabel("Password").FillAsync(Demo.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Expect(page.Locator("#reply")).ToHaveValueAsync("Typed before the session ended");
    }

    [Fact]
    public async Task A_reply_that_was_saved_leaves_an_empty_field()
    {
        var page = await browser.OpenAsync(portal, Demo.Casey, $"/tickets/{await portal.TicketForAsync(null)}");
        await page.Locator("#reply").FillAsync("Saved reply");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
        await Expect(page.Locator(".entries")).ToContainTextAsync("Saved reply");
        await Expect(page.Locator("#reply")).ToBeEmptyAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#reply")).ToBeEmptyAsync();
    }
}
