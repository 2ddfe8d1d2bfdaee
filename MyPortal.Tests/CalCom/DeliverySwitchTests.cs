using System.Globalization;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>Deliveries gone wrong on purpose.</summary>
public sealed class DeliverySwitchTests(StandInFixture standIn) : IClassFixture<StandInFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly StandInHost _host = new(standIn.Http);

    [Fact]
    public async Task What_is_dropped_never_arrives()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url);
        await _host.SwitchAsync(new { dropPercent = 100 });
        var uid = await _host.BookedUidAsync();
        await _host.SwitchAsync(new { dropPercent = 0 });
        await _host.DoAsync(uid, "cancel");

        (await subscriber.NextAsync()).Event.ShouldBe("BOOKING_CANCELLED");
        (await _host.LogAsync(2)).Select(d => d.Outcome).ShouldBe(["DROPPED", "ANSWERED"]);
    }

    [Fact]
    public async Task Copies_are_the_same_to_the_last_byte()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url);
        await _host.SwitchAsync(new { duplicates = 2 });
        await _host.BookAsync();

        var copies = await subscriber.NextAsync(3);
        copies.ShouldAllBe(c => c.Body.SequenceEqual(copies[0].Body));
        copies.Select(c => c.Headers["X-Cal-Signature-256"]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Within_the_window_deliveries_overtake_each_other_and_all_arrive()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url);
        await _host.SwitchAsync(new { reorderWindowMs = 600 });
        var made = new List<string>();
        for (var n = 0; n < 15; n++)
            made.Add(await _host.BookedUidAsync(string.Create(CultureInfo.InvariantCulture, $"call-{n}")));

        var arrived = (await subscriber.NextAsync(made.Count)).Select(r => r.Payload.Uid.ShouldNotBeNull()).ToList();

        arrived.ShouldBe(made, ignoreOrder: true);
        arrived.ShouldNotBe(made);
    }

    [Fact]
    public async Task Without_switches_they_arrive_in_order()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url);
        var made = new List<string>();
        for (var n = 0; n < 15; n++)
            made.Add(await _host.BookedUidAsync());

        (await subscriber.NextAsync(made.Count)).Select(r => r.Payload.Uid).ShouldBe(made);
    }

    [Fact]
    public async Task Switches_out_of_range_are_refused_by_name_and_change_nothing()
    {
        await _host.SubscribeAsync("http://localhost:1/hook");

        using var answer = await standIn.Http.PutAsJsonAsync(
            $"/_stand-in/switches/{_host.User}", new { dropPercent = 101, duplicates = -1, apiRequestsPerMinute = 5 }, Cancellation);

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.ReadStrictlyAsync<Problem>()).Fields.Keys.ShouldBe(["dropPercent", "duplicates"], ignoreOrder: true);
        await _host.BookAsync();
        (await _host.LogAsync(1)).Single().Outcome.ShouldBe("FAILED");
        using var api = new StandInApi(standIn.Http, _host.User);
        using var webhooks = await api.SendAsync(HttpMethod.Get, "/v2/webhooks");
        webhooks.Headers.GetValues("X-RateLimit-Limit-Default").ShouldBe(["120"]);
    }
}
