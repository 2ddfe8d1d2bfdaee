using System.Diagnostics;
using System.Net;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Degradation;

/// <summary>
/// The ticket page when what it depends on fails: it answers 200, with a quiet note where the card would be, after having waited once and no
/// longer than it may. <see cref="TicketPageBudgetTests"/> measures the 800 ms of the promise.
/// </summary>
[Collection<FaultyWeb>]
public sealed class TicketPageDegradationTests(PortalFixture portal, FaultyWeb web)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> ProfileApiFaults => ["gone", "hanging", "answers 500", "answers rubbish", "answers broken JSON"];

    public static TheoryData<string> RedisFaults => ["gone", "hanging"];

    [Theory]
    [MemberData(nameof(ProfileApiFaults))]
    public async Task ProfileApi_failing_costs_the_card_and_nothing_else(string fault)
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        using var session = await web.SignInAsync(Demo.Casey);

        Break(web.ProfileApi, fault);
        // Often enough for the circuit breaker to open, unless each read costs all of the wait.
        for (var read = 0; read < (fault == "hanging" ? 2 : 8); read++)
            (await TimedPageAsync(session, number)).ShouldContain("Booking a call is not available right now");

        web.ProfileApi.Resume();
        await Eventually.GetAsync(() => session.GetHtmlAsync($"/tickets/{number}", Stop),
            page => page.Contains("Schedule a call with", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RedisFaults))]
    public async Task Redis_failing_is_slower_and_still_complete(string fault)
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        using var session = await web.SignInAsync(Demo.Casey);

        Break(web.Redis, fault);
        for (var read = 0; read < 5; read++)
            (await TimedPageAsync(session, number)).ShouldContain("Schedule a call with");
    }

    [Theory]
    [MemberData(nameof(RedisFaults))]
    public async Task Somebody_can_sign_in_and_out_while_redis_fails(string fault)
    {
        (await web.SignInAsync(Demo.Casey)).Dispose();

        Break(web.Redis, fault);
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
        using var session = await web.SignInAsync(Demo.Casey);

        web.ProfileApi.Stop();
        using var signOut = await session.SignOutAsync(Stop);

        signOut.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
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

    private static async Task<string> TimedPageAsync(WebSession session, long number)
    {
        var watch = Stopwatch.StartNew();
        var page = await session.GetHtmlAsync($"/tickets/{number}", Stop);
        watch.Elapsed.ShouldBeLessThan(2 * WebReplicas.TechnicianTimeout, "It waited more than once.");
        page.ShouldContain("Written by a test.");
        return page;
    }
}
