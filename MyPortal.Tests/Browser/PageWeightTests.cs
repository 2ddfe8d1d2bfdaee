using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Browser;

public sealed class PageWeightTests(PortalFixture portal, BrowserFixture browser)
{
    private const int BudgetBytes = 60 * 1024;

    [Fact]
    public async Task A_ticket_page_with_twenty_replies_weighs_at_most_60_KB_before_a_click()
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        for (var reply = 1; reply <= 20; reply++)
            (await casey.ReplyAsync(number, $"Reply {reply}: the printer works again after the restart, but only until somebody opens the lid and closes it twice.")).Dispose();

        var page = await browser.OpenAsync(portal, Demo.Casey, "/errors/404");
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Network.enable");
        await cdp.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        var bytes = 0d;
        cdp.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.ReadAs<LoadingFinished>().EncodedDataLength;
        await page.GotoAsync($"/tickets/{number}".AbsoluteTo(page), new() { WaitUntil = WaitUntilState.NetworkIdle });

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes / 1024:0.0} KB");
        bytes.ShouldBeInRange(1024, BudgetBytes);
    }

    private sealed record LoadingFinished(double EncodedDataLength);
}
