using Microsoft.Playwright;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>The stand-in's pages opened by themselves, as a link in a new tab does.</summary>
public sealed class StandInPagesTests(StandInFixture standIn, BrowserFixture browser) : IClassFixture<StandInFixture>
{
    [Fact]
    public async Task Every_page_and_step_is_accessible()
    {
        var page = await browser.NewPageAsync();
        foreach (var path in (string[])["/", "/no/such/page", "/axe/not-found"])
        {
            await page.GotoAsync(standIn.Origin + path);
            await page.ShouldBeAccessibleAsync(path);
        }

        await page.GotoAsync($"{standIn.Origin}/axe/ticket-call?name=Casey&email=nonsense");
        await page.GetByRole(AriaRole.Group, new() { Name = "Time" }).GetByRole(AriaRole.Button).First.WaitForAsync();
        await page.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Group, new() { Name = "Time" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(page.Locator("#email-problem")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();

        await page.GetByLabel("E-mail address").FillAsync("casey@northwind.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This meeting is scheduled" })).ToBeFocusedAsync();
        await page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Without_scripts_the_calendar_says_that_it_needs_them()
    {
        var page = await browser.NewPageAsync(javaScriptEnabled: false);

        await page.GotoAsync($"{standIn.Origin}/tess/ticket-call");

        await Assertions.Expect(page.GetByText("This calendar needs JavaScript.")).ToBeVisibleAsync();
    }
}
