using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Pages;

public sealed partial class NeverStaleTests(PortalFixture portal)
{
    private const int Saves = 200;
    private const int Readers = 4;

    /// <summary>
    /// After "Save booking link" has answered, no page shows the old link: Ada saves links numbered from 1, readers open a ticket of hers all
    /// the while, and each page must show at least the number that had been answered before the page was asked for.
    /// </summary>
    [Fact]
    public async Task Two_hundred_saves_raced_by_readers_show_no_stale_page()
    {
        var number = await portal.TicketForAsync(Demo.Ada);
        await portal.SaveBookingLinkAsync(Demo.Ada, "https://cal.com/ada/0");
        var casey = await portal.SessionAsync(Demo.Casey);
        var (saved, pages) = (0, 0);
        var stale = new ConcurrentBag<string>();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var atLeast = Volatile.Read(ref saved);
                var page = await casey.GetHtmlAsync($"/tickets/{number}", TestContext.Current.CancellationToken);
                if (page.Contains("Booking a call is not available", StringComparison.Ordinal))
                    continue; // too busy to answer in time is not stale
                var shown = int.Parse(LinkNumber().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);
                Interlocked.Increment(ref pages);
                if (shown < atLeast)
                    stale.Add($"{shown} after {atLeast}");
            }
        }, TestContext.Current.CancellationToken)).ToArray();

        for (var save = 1; save <= Saves; save++)
        {
            await portal.SaveBookingLinkAsync(Demo.Ada, $"https://cal.com/ada/{save}");
            Volatile.Write(ref saved, save);
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);

        stale.ShouldBeEmpty();
        pages.ShouldBeGreaterThan(Readers);
        (await casey.GetHtmlAsync($"/tickets/{number}", TestContext.Current.CancellationToken)).ShouldContain($"ada/{Saves}");
    }

    [GeneratedRegex(@"data-cal-link=""ada/(\d+)""")]
    private static partial Regex LinkNumber();
}
