using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using MyPortal.ProfileApi.BookingLinks.Caching;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;
using StackExchange.Redis;

namespace MyPortal.Tests.BookingLinks;

/// <summary>The rules of <see cref="LinkCache"/> one by one, against a real Redis-protocol server; PostgreSQL is a function here.</summary>
public sealed class BookingLinkCacheTests(PortalFixture fixture)
{
    private readonly Guid _technician = Guid.CreateVersion7();
    private readonly RecentSaves _recentSaves = new(TimeProvider.System);

    [Fact]
    public async Task A_hit_does_not_read_the_database()
    {
        await using var redis = await ConnectAsync();
        var cache = Cache(redis);
        (await cache.FindAsync(_technician, Reads(Link(1)), Cancellation)).Outcome.ShouldBe(LookupOutcome.Miss);
        var (link, outcome) = await cache.FindAsync(_technician, NeverReads, Cancellation);
        outcome.ShouldBe(LookupOutcome.Hit);
        link.ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_that_raced_with_a_save_does_not_put_the_old_link_back()
    {
        await using var redis = await ConnectAsync();
        var cache = Cache(redis);

        // The reader has begun a generation and reads version 1; before it can fill, a save commits version 2 and deletes the key.
        var raced = await cache.FindAsync(_technician, async (_, _) => await SaveMeanwhileAsync(redis, Link(1)), Cancellation);
        raced.Link.ShouldNotBeNull().Version.ShouldBe(1);

        (await cache.FindAsync(_technician, Reads(Link(2)), Cancellation)).Outcome.ShouldBe(LookupOutcome.Miss);
        (await cache.FindAsync(_technician, NeverReads, Cancellation)).Link.ShouldNotBeNull().Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_that_raced_with_a_save_and_another_reader_does_not_overwrite_the_new_link()
    {
        await using var redis = await ConnectAsync();
        var cache = Cache(redis);
        await cache.FindAsync(
            _technician,
            async (_, _) =>
            {
                var old = await SaveMeanwhileAsync(redis, Link(1));
                await cache.FindAsync(_technician, Reads(Link(2)), Cancellation);
                return old;
            },
            Cancellation);
        (await cache.FindAsync(_technician, NeverReads, Cancellation)).Link.ShouldNotBeNull().Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_that_crashed_while_filling_blocks_nobody()
    {
        await using var redis = await ConnectAsync();
        await redis.GetDatabase().HashSetAsync(LinkCache.Key(_technician), "generation", "begun-and-never-filled");
        var cache = Cache(redis);
        (await cache.FindAsync(_technician, Reads(Link(1)), Cancellation)).Outcome.ShouldBe(LookupOutcome.Miss);
        (await cache.FindAsync(_technician, NeverReads, Cancellation)).Outcome.ShouldBe(LookupOutcome.Hit);
    }

    /// <summary>The database is a number here, so thousands of saves fit into a test; transactions on a watched key failed it.</summary>
    [Fact]
    public async Task Saves_raced_by_readers_on_two_connections_never_show_an_old_link()
    {
        await using var one = await ConnectAsync();
        await using var two = await ConnectAsync();
        long stored = 0, answered = 0;
        using var stop = new CancellationTokenSource();
        var caches = new[] { Cache(one), Cache(one), Cache(two), Cache(two) };
        var readers = caches.Select(cache => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var floor = Volatile.Read(ref answered);
                var (link, outcome) = await cache.FindAsync(_technician, Read, Cancellation);
                link.ShouldNotBeNull().Version.ShouldBeGreaterThanOrEqualTo(floor, outcome.ToString());
            }
        })).ToArray();

        for (var i = 1; i <= 3000 && !readers.Any(reader => reader.IsFaulted); i++)
        {
            Volatile.Write(ref stored, i);
            await (i % 2 == 0 ? one : two).GetDatabase().KeyDeleteAsync(LinkCache.Key(_technician));
            Volatile.Write(ref answered, i);
            if (i % 3 == 0)
                await Task.Yield();
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);

        async Task<CachedLink?> Read(Guid id, CancellationToken cancellationToken)
        {
            var version = Volatile.Read(ref stored);
            await Task.Yield();
            return Link(version);
        }
    }

    [Fact]
    public async Task An_entry_older_than_the_last_known_save_is_refused_and_replaced()
    {
        await using var redis = await ConnectAsync();
        await PutAsync(redis, Link(1).Write()); // as from a snapshot
        var cache = Cache(redis, (_technician, 2));
        (await cache.FindAsync(_technician, Reads(Link(2)), Cancellation)).Link.ShouldNotBeNull().Version.ShouldBe(2);
        (await cache.FindAsync(_technician, NeverReads, Cancellation)).Link.ShouldNotBeNull().Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_older_than_the_list_remembers_is_refused()
    {
        await using var redis = await ConnectAsync();
        var old = Link(1) with { ReadAt = DateTimeOffset.UtcNow - LinkCache.MaxAge };
        await PutAsync(redis, old.Write());
        (await Cache(redis).FindAsync(_technician, Reads(Link(2)), Cancellation)).Link.ShouldNotBeNull().Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"TechnicianId\":5}")]
    [InlineData("garbage")]
    public async Task Rubbish_in_redis_is_not_an_error(string rubbish)
    {
        await using var redis = await ConnectAsync();
        await PutAsync(redis, rubbish);
        (await Cache(redis).FindAsync(_technician, Reads(Link(1)), Cancellation)).Link.ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_of_another_type_is_not_an_error()
    {
        await using var redis = await ConnectAsync();
        await redis.GetDatabase().StringSetAsync(LinkCache.Key(_technician), "somebody else's", TimeSpan.FromSeconds(30));
        (await Cache(redis).FindAsync(_technician, Reads(Link(1)), Cancellation)).Link.ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_believable_list_the_cache_is_bypassed()
    {
        await using var redis = await ConnectAsync();
        var cache = Cache(redis);
        await cache.FindAsync(_technician, Reads(Link(1)), Cancellation);
        _recentSaves.Distrust();
        var (link, outcome) = await cache.FindAsync(_technician, Reads(Link(2)), Cancellation);
        outcome.ShouldBe(LookupOutcome.Bypass);
        link.ShouldNotBeNull().Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_person_who_does_not_exist_is_not_cached()
    {
        await using var redis = await ConnectAsync();
        var cache = Cache(redis);
        (await cache.FindAsync(_technician, (_, _) => Task.FromResult<CachedLink?>(null), Cancellation)).Link.ShouldBeNull();
        (await cache.FindAsync(_technician, Reads(Link(1)), Cancellation)).Link.ShouldNotBeNull();
    }

    [Fact]
    public async Task Entries_end_by_themselves()
    {
        await using var redis = await ConnectAsync();
        await Cache(redis).FindAsync(_technician, Reads(Link(1)), Cancellation);
        (await redis.GetDatabase().KeyTimeToLiveAsync(LinkCache.Key(_technician))).ShouldNotBeNull()
            .ShouldBeInRange(LinkCache.TimeToLive * 0.8, LinkCache.TimeToLive);
    }

    [Fact]
    public async Task A_hanging_redis_costs_a_few_lookups_their_limit_and_then_nothing()
    {
        await using var proxy = FaultProxy.BeforeRedis((await ProfileLab.OfAsync(fixture)).Cache, out var proxied);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(proxied);
        var clock = new FakeTimeProvider();
        var redis = new LinkRedis(() => connection, () => { }, clock);
        await redis.Connect();

        proxy.Hang();
        (await AttemptsAsync(100)).ShouldBe(3);
        clock.Advance(LinkRedis.BreakDuration);
        (await AttemptsAsync(100)).ShouldBe(1);
        proxy.Resume();

        async Task<int> AttemptsAsync(int lookups)
        {
            var attempts = 0;
            for (var i = 0; i < lookups; i++)
            {
                var lookup = redis.TryAsync(database =>
                {
                    attempts++;
                    return database.HashGetAllAsync(LinkCache.Key(_technician));
                }).AsTask();
                if (!lookup.IsCompleted)
                    clock.Advance(LinkRedis.Timeout);
                (await lookup).Answered.ShouldBeFalse();
            }
            return attempts;
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<ConnectionMultiplexer> ConnectAsync() =>
        await ConnectionMultiplexer.ConnectAsync((await ProfileLab.OfAsync(fixture)).Cache);

    private LinkCache Cache(IConnectionMultiplexer connection, params (Guid Technician, long Version)[] saves)
    {
        // Its time stands still: a busy machine bypasses nothing.
        var redis = new LinkRedis(() => connection, () => { }, new FakeTimeProvider());
        redis.Connect().Wait(Cancellation);

        // Begun a day from now, the copy stays believable for as long as the test takes; the poller's part is tested elsewhere.
        _recentSaves.Replace(TimeProvider.System.GetTimestamp() + (Stopwatch.Frequency * 86_400L), saves.Select(save => KeyValuePair.Create(save.Technician, save.Version)));
        return new LinkCache(_recentSaves, redis, TimeProvider.System);
    }

    private CachedLink Link(long version) => new(_technician, "Test", "test@tests.example", $"https://cal.com/me/{version}", version, DateTimeOffset.UtcNow);

    private static Func<Guid, CancellationToken, Task<CachedLink?>> Reads(CachedLink link) => (_, _) => Task.FromResult<CachedLink?>(link);

    private static Task<CachedLink?> NeverReads(Guid id, CancellationToken cancellationToken) => throw new InvalidOperationException("The database was read.");

    private async Task PutAsync(ConnectionMultiplexer redis, RedisValue entry)
    {
        await redis.GetDatabase().HashSetAsync(LinkCache.Key(_technician), [new("generation", "g"), new("entry:g", entry)]);
        await redis.GetDatabase().KeyExpireAsync(LinkCache.Key(_technician), TimeSpan.FromMinutes(1));
    }

    private async Task<CachedLink> SaveMeanwhileAsync(ConnectionMultiplexer redis, CachedLink readBefore)
    {
        await redis.GetDatabase().KeyDeleteAsync(LinkCache.Key(_technician));
        return readBefore;
    }
}
