using System.Diagnostics;
using System.Globalization;
using System.Net;
using MyPortal.ProfileApi.BookingLinks.Caching;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.BookingLinks;

/// <summary>After a save has answered, no lookup gives the link from before: with several replicas, and with Redis hung, gone or back.</summary>
public sealed class BookingLinkPromiseTests(PortalFixture portal, FragileReplica replica) : IClassFixture<FragileReplica>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_saves_raced_by_readers_on_two_replicas_never_show_an_old_link()
    {
        using var technician = await replica.TechnicianAsync();
        var (here, there) = (technician.Steady, technician.Fragile);
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
        using var technician = await replica.TechnicianAsync();
        await technician.Fragile.SaveLinkAsync(Numbered(1));
        (await technician.Steady.ReadUntilHitAsync(technician.Id)).ShouldBe(Numbered(1));

        replica.Redis.Hang();
        var watch = Stopwatch.StartNew();
        (await technician.Fragile.SaveLinkAsync(Numbered(2))).StatusCode.ShouldBe(HttpStatusCode.OK);
        watch.Elapsed.ShouldBeInRange(LinkSaver.NoticeDelay, 10 * LinkSaver.NoticeDelay);
        (await technician.Steady.ReadLinkAsync(technician.Id)).Url.ShouldBe(Numbered(2));
        (await technician.Fragile.ReadLinkAsync(technician.Id)).ShouldBe((Numbered(2), "bypass"));

        replica.Redis.Resume();
        (await technician.Fragile.ReadUntilHitAsync(technician.Id)).ShouldBe(Numbered(2));
        (await technician.Steady.ReadUntilHitAsync(technician.Id)).ShouldBe(Numbered(2));
    }

    [Fact]
    public async Task A_save_while_redis_is_gone_holds_when_redis_comes_back_with_the_old_link()
    {
        using var technician = await replica.TechnicianAsync();
        await technician.Fragile.SaveLinkAsync(Numbered(1));
        (await technician.Fragile.ReadUntilHitAsync(technician.Id)).ShouldBe(Numbered(1));

        replica.Redis.Stop();
        (await technician.Fragile.SaveLinkAsync(Numbered(2))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await technician.Fragile.ReadLinkAsync(technician.Id)).ShouldBe((Numbered(2), "bypass"));
        replica.Redis.Resume();
        (await technician.Fragile.ReadUntilHitAsync(technician.Id)).ShouldBe(Numbered(2));
    }

    [Fact]
    public async Task Lookups_while_redis_hangs_are_slower_and_right()
    {
        using var technician = await replica.TechnicianAsync();
        await technician.Fragile.SaveLinkAsync(Numbered(1));
        await technician.Fragile.ReadUntilHitAsync(technician.Id);

        replica.Redis.Hang();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
            (await technician.Fragile.ReadLinkAsync(technician.Id)).ShouldBe((Numbered(1), "bypass"));
        // All together no longer than the twenty pages that wait for them may take.
        watch.Elapsed.ShouldBeLessThan(20 * TimeSpan.FromMilliseconds(800));
    }

    [Fact]
    public async Task A_replica_starts_and_is_ready_without_redis()
    {
        var lab = await ProfileLab.OfAsync(portal);
        await using var redis = FaultProxy.BeforeRedis(lab.Cache, out var proxied);
        redis.Stop();
        await using var started = await lab.StartReplicaAsync(proxied);
        using var client = started.CreateClient();
        (await client.GetStringAsync("/health", Cancellation)).ShouldBe("Degraded");

        var person = await lab.CreatePersonAsync("technician");
        using var technician = (lab with { CreateClient = started.CreateClient }).As((await lab.OpenSessionAsync(person)).AccessToken);
        (await technician.ReadLinkAsync(person.Id)).ShouldBe((null, "bypass"));
    }

    [Fact]
    public async Task Outside_development_there_is_neither_a_reset_nor_a_reference_page()
    {
        using var client = replica.CreateClient();
        (await client.PostAsync("/dev/reset-demo-data", null, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/openapi/v1.json", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/scalar", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Numbered(int number) => $"https://cal.com/me/{number}";

    private static int Number(string? url) => int.Parse(url.ShouldNotBeNull().Split('/')[^1], CultureInfo.InvariantCulture);
}
