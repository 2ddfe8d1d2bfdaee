using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>The pages of host and attendee, full of what they can show.</summary>
public sealed class StandInAccessibilityTests(StandInFixture standIn, BrowserFixture browser) : IClassFixture<StandInFixture>
{
    [Fact]
    public async Task They_are_accessible_and_nothing_overflows()
    {
        var host = new StandInHost(standIn.Http);
        await host.SubscribeAsync("http://localhost:1/a/long/address/as/the/portal/has/0198c000-0000-7000-8000-00000000c001");
        var accepted = await host.BookedUidAsync();
        var requested = await host.BookedUidAsync("confirm-call");
        var moved = await host.BookedUidAsync("paid-call");
        await host.DoAsync(moved, "reschedule");
        await host.LogAsync(4);
        var page = await browser.NewPageAsync();
        foreach (var path in (string[])
        [
            "/", $"/settings/{host.User}?done=added", $"/bookings/{host.User}?done=cancel", $"/booking/{accepted}", $"/booking/{accepted}?cancel=true",
            $"/booking/{moved}", $"/reschedule/{moved}", $"/reschedule/{requested}", $"/video/{accepted}", "/booking/unknown",
        ])
        {
            await page.GotoAsync(standIn.Origin + path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

            await page.ShouldBeAccessibleAsync(path);
            foreach (var width in (int[])[320, 1280])
            {
                await page.SetViewportSizeAsync(width, 800);
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, path);
            }
        }
    }
}
