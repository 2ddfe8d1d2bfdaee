using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.Calls;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Webhooks;

/// <summary>
/// The promise on speed, measured through the running portal: from the answer 202 until the call is on the timeline. Explicit, because it takes
/// a minute and wants the machine to itself: <c>dotnet run --project MyPortal.Tests -- -explicit only -class "*DeliveryRateTests"</c>.
/// </summary>
public sealed class DeliveryRateTests(PortalFixture portal, ITestOutputHelper output)
{
    private const int PerSecond = 20;
    private const int Tickets = 20;
    private static readonly TimeSpan Load = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Under_twenty_deliveries_a_second_for_a_minute_the_99th_percentile_is_within_five_seconds()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var tickets = new List<CalComMessages>();
        for (var ticket = 0; ticket < Tickets; ticket++)
            tickets.Add((await portal.BookableTicketAsync()).Messages);
        var accepted = new ConcurrentDictionary<string, long>();
        var seen = new ConcurrentDictionary<string, long>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var watching = WatchTimelineAsync(account, seen, end.Token);

        var sending = new List<Task>();
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var sent = 0; sent < PerSecond * Load.TotalSeconds && await beat.WaitForNextTickAsync(Stop); sent++)
            sending.Add(SendAsync(tickets[sent % Tickets], sent));
        await Task.WhenAll(sending);
        await Eventually.GetAsync(() => Task.FromResult(seen.Count), count => count == accepted.Count);
        await end.CancelAsync();
        await watching;

        var delays = accepted.Select(one => Math.Max(0, Stopwatch.GetElapsedTime(one.Value, seen[one.Key]).TotalMilliseconds)).Order().ToList();
        output.WriteLine($"{delays.Count} deliveries; ms from 202 to timeline: p50 {At(0.5):0}, p95 {At(0.95):0}, p99 {At(0.99):0}, largest {delays[^1]:0}");
        delays.Count.ShouldBe((int)(PerSecond * Load.TotalSeconds));
        At(0.99).ShouldBeLessThanOrEqualTo(Promise.TotalMilliseconds);

        double At(double share) => delays[(int)Math.Ceiling(share * delays.Count) - 1];

        async Task SendAsync(CalComMessages messages, int number)
        {
            var uid = Guid.NewGuid().ToString("n");
            using var response = await account.SendAsync(messages.Created(uid, Day.AddHours(number)));
            accepted[uid] = Stopwatch.GetTimestamp();
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }
    }

    // What is committed is what pages show. Asked ten times a second, so that figures are too large by up to a tenth.
    private async Task WatchTimelineAsync(CalComAccount account, ConcurrentDictionary<string, long> seen, CancellationToken end)
    {
        await using var db = await portal.TicketDbAsync();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await beat.WaitForNextTickAsync(end))
            {
                var now = Stopwatch.GetTimestamp();
                var booked = await db.Calls.AsNoTracking().Where(booking => booking.ConnectionId == account.Id)
                    .Select(booking => booking.HeadUid).ToListAsync(end);
                foreach (var uid in booked)
                    seen.TryAdd(uid, now);
            }
        }
        catch (OperationCanceledException)
        {
            // All has been seen.
        }
    }
}
