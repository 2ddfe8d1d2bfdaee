using System.Diagnostics;
using System.Net;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Degradation;

/// <summary>
/// The ticket page when what it depends on fails: it answers 200 within 800 ms, with a quiet note where the card would be, and never an
/// error. A replica of Web stands behind proxies, so that the portal of the other tests notices nothing.
/// </summary>
public sealed class TicketPageDegradationTests(PortalFixture portal)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(800);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> ProfileApiFaults => ["gone", "hanging", "answers 500", "answers rubbish", "answers broken JSON"];

    public static TheoryData<string> RedisFaults => ["gone", "hanging"];

    [Theory]
    [MemberData(nameof(ProfileApiFaults))]
    public async Task ProfileApi_failing_costs_the_card_and_nothing_else(string fault)
    {
        await using var proxy = FaultProxy.Before(portal.Address("profileapi"));
        await using var web = await portal.StartWebAsync(profileApi: proxy.Url);
        var (session, number) = await WarmUpAsync(web);
        using (session)
        {
            Break(proxy, fault);
            for (var read = 0; read < 8; read++)
                (await TimedPageAsync(session, number)).ShouldContain("Booking a call is not available right now");

            proxy.Resume();
            await UntilAsync(async () => (await session.GetHtmlAsync($"/tickets/{number}", Stop)).Contains("Schedule a call with", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(RedisFaults))]
    public async Task Redis_failing_is_slower_and_still_complete(string fault)
    {
        await using var proxy = FaultProxy.BeforeRedis(await portal.RedisAsync(), out var proxied);
        await using var web = await portal.StartWebAsync(redis: proxied);
        var (session, number) = await WarmUpAsync(web);
        using (session)
        {
            Break(proxy, fault);
            for (var read = 0; read < 5; read++)
                (await TimedPageAsync(session, number)).ShouldContain("Schedule a call with");
        }
    }

    [Theory]
    [MemberData(nameof(RedisFaults))]
    public async Task Somebody_can_sign_in_and_out_while_redis_fails(string fault)
    {
        await using var proxy = FaultProxy.BeforeRedis(await portal.RedisAsync(), out var proxied);
        await using var web = await portal.StartWebAsync(redis: proxied);
        (await WarmUpAsync(web)).Session.Dispose();
        Break(proxy, fault);
        using var session = await WebSession.BeginAsync(web.Address, Demo.Casey, Stop);
        (await session.GetHtmlAsync("/tickets", Stop)).ShouldContain("Tickets");
        using var signOut = await session.SignOutAsync(Stop);
        signOut.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var after = await session.Client.GetAsync("/tickets", Stop);
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task ProfileApi_failing_makes_signing_in_and_out_say_so()
    {
        await using var proxy = FaultProxy.Before(portal.Address("profileapi"));
        await using var web = await portal.StartWebAsync(profileApi: proxy.Url);
        var (session, _) = await WarmUpAsync(web);
        using (session)
        {
            proxy.Stop();
            using var signOut = await session.SignOutAsync(Stop);
            signOut.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
    }

    private static void Break(FaultProxy proxy, string fault)
    {
        switch (fault)
        {
            case "gone": proxy.Stop(); break;
            case "hanging": proxy.Hang(); break;
            case "answers 500": proxy.AnswerWith("HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"); break;
            case "answers rubbish": proxy.AnswerWith("rubbish\r\n\r\n"); break;
            default: proxy.AnswerWith("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\nConnection: close\r\n\r\n{\"id\": 5"); break;
        }
    }

    private async Task<(WebSession Session, long Number)> WarmUpAsync(ServiceReplica web)
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        var session = await WebSession.BeginAsync(web.Address, Demo.Casey, Stop);
        (await session.GetHtmlAsync($"/tickets/{number}", Stop)).ShouldContain("Schedule a call with");
        return (session, number);
    }

    private static async Task<string> TimedPageAsync(WebSession session, long number)
    {
        var watch = Stopwatch.StartNew();
        var page = await session.GetHtmlAsync($"/tickets/{number}", Stop);
        watch.Elapsed.ShouldBeLessThan(Budget);
        page.ShouldContain("Written by a test.");
        return page;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await holds())
            await every.WaitForNextTickAsync(patience.Token);
    }
}
