using System.Diagnostics;
using System.Globalization;
using System.Net;
using MyPortal.ProfileApi.BookingLinks;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.BookingLinks;

/// <summary>After a save has answered, no lookup gives the link from before: with several replicas, and with Redis hung, gone or back.</summary>
public sealed class BookingLinkPromiseTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_saves_raced_by_readers_on_two_replicas_never_show_an_old_link()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        await using var replica = await lab.StartReplicaAsync(lab.Cache);
        var technician = await lab.CreatePersonAsync("technician");
        var token = (await lab.OpenSessionAsync(technician)).AccessToken;
        using var here = lab.As(token);
        using var there = (lab with { CreateClient = replica.CreateClient }).As(token);
        await here.SaveLinkAsync(Numbered(0));

        var answered = 0;
        using var stop = new CancellationTokenSource();
        var readers = new[] { here, here, there, there }.Select(client => Task.Run(async () =>
        {
            var outcomes = new HashSet<string>();
            while (!stop.IsCancellationRequested)
            {
                var floor = Volatile.Read(ref answered);
                var (url, cache) = await client.ReadLinkAsync(technician.Id);
                Number(url).ShouldBeGreaterThanOrEqualTo(floor, $"answered by {cache}");
                outcomes.Add(cache);
            }

            return outcomes;
        })).ToArray();

        for (var i = 1; i <= 200; i++)
        {
            (await (i % 2 == 0 ? here : there).SaveLinkAsync(Numbered(i))).StatusCode.ShouldBe(HttpStatusCode.OK);
            Volatile.Write(ref answered, i);
        }

        await stop.CancelAsync();
        (await Task.WhenAll(readers)).ShouldAllBe(outcomes => outcomes.Contains("hit") && outcomes.Contains("miss"));
    }

    [Fact]
    public async Task A_save_while_redis_hangs_is_seen_by_a_replica_whose_redis_answers()
    {
        await using var replica = await FragileReplica.StartAsync(fixture);
        await replica.Client.SaveLinkAsync(Numbered(1));
        (await replica.Steady.ReadUntilHitAsync(replica.Technician)).ShouldBe(Numbered(1));

        replica.Redis.Hang();
        var watch = Stopwatch.StartNew();
        (await replica.Client.SaveLinkAsync(Numbered(2))).StatusCode.ShouldBe(HttpStatusCode.OK);
        watch.Elapsed.ShouldBeGreaterThanOrEqualTo(BookingLinkSaver.NoticeTime);
        (await replica.Steady.ReadLinkAsync(replica.Technician)).Url.ShouldBe(Numbered(2));
        (await replica.ReadLinkAsync()).ShouldBe((Numbered(2), "bypass"));

        replica.Redis.Resume();
        (await replica.Client.ReadUntilHitAsync(replica.Technician)).ShouldBe(Numbered(2));
        (await replica.Steady.ReadUntilHitAsync(replica.Technician)).ShouldBe(Numbered(2));
    }

    [Fact]
    public async Task A_save_while_redis_is_gone_holds_when_redis_comes_back_with_the_old_link()
    {
        await using var replica = await FragileReplica.StartAsync(fixture);
        await replica.Client.SaveLinkAsync(Numbered(1));
        (await replica.Client.ReadUntilHitAsync(replica.Technician)).ShouldBe(Numbered(1));

        replica.Redis.Stop();
        (await replica.Client.SaveLinkAsync(Numbered(2))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await replica.ReadLinkAsync()).ShouldBe((Numbered(2), "bypass"));
        replica.Redis.Resume();
        (await replica.Client.ReadUntilHitAsync(replica.Technician)).ShouldBe(Numbered(2));
    }

    [Fact]
    public async Task Lookups_while_redis_hangs_are_slower_and_right()
    {
        await using var replica = await FragileReplica.StartAsync(fixture);
        await replica.Client.SaveLinkAsync(Numbered(1));
        await replica.Client.ReadUntilHitAsync(replica.Technician);

        replica.Redis.Hang();
        for (var i = 0; i < 20; i++)
            (await replica.ReadLinkAsync()).ShouldBe((Numbered(1), "bypass"));
    }

    [Fact]
    public async Task A_replica_starts_and_is_ready_without_redis()
    {
        await using var replica = await FragileReplica.StartAsync(fixture, redisAnswers: false);
        (await replica.Client.GetStringAsync("/health", Cancellation)).ShouldBe("Degraded");
        (await replica.ReadLinkAsync()).ShouldBe((null, "bypass"));
    }

    [Fact]
    public async Task Outside_development_there_is_neither_a_reset_nor_a_reference_page()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        await using var replica = await lab.StartReplicaAsync(lab.Cache);
        using var client = replica.CreateClient();
        (await client.PostAsync("/dev/reset-demo-data", null, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/openapi/v1.json", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/scalar", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Numbered(int number) => $"https://cal.com/me/{number}";

    private static int Number(string? url) => int.Parse(url.ShouldNotBeNull().Split('/')[^1], CultureInfo.InvariantCulture);
}
