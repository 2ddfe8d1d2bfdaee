using System.Globalization;
using StackExchange.Redis;

namespace MyPortal.ProfileApi.BookingLinks;

/// <summary>
/// Booking links in Redis, cache-aside, with one promise: <b>once a save has answered, no lookup that starts afterwards, on any replica,
/// gives the link from before.</b> Redis being slow, hung, stopped or restarted makes lookups slower, never wrong and never an error.
/// It holds by four rules:
/// <list type="number">
/// <item><b>Versions.</b> A save raises the user's version and notes it in <c>booking_link_invalidations</c>, in one statement
/// (<see cref="BookingLinkSaver"/>). A cached entry carries the version that was read with it.</item>
/// <item><b>A short list that every replica knows.</b> <see cref="RecentSavesPoller"/> reads that table every half second. Its copy is
/// believed for two seconds from before its query was sent (<see cref="RecentSaves"/>). An entry is believed only while the copy is, and
/// only if its version is not below the copy's. Without a believable copy, lookups read PostgreSQL.</item>
/// <item><b>The gap of those two seconds</b> is closed by deleting the entry: a save answers when Redis has confirmed the deletion, and
/// otherwise only after every replica must have noticed (<see cref="BookingLinkSaver.NoticeTime"/>). No retry is needed: the version keeps
/// refusing whatever Redis still holds, or brings back from a snapshot.</item>
/// <item><b>Filling by lease.</b> A reader that missed puts a random token under the key <i>before</i> it reads PostgreSQL, and replaces it
/// by the entry only if the token is still there. The deletion by a save takes the token away, so a reader that raced with the save
/// cannot put the old link back.</item>
/// </list>
/// Rows leave the list after <see cref="RecentSaves.RememberFor"/>. An entry is refused when it is older than <see cref="MaxAge"/> by its
/// own time stamp, so not even a command that a hung Redis carries out late can outlive the list. This assumes that the replicas'
/// clocks differ by less than five minutes; nothing else compares clocks of different machines.
/// <para>Whoever changes a technician's name, e-mail address, role or activity must raise the version in the same way.</para>
/// </summary>
internal sealed class BookingLinkCache(RecentSaves recentSaves, BookingLinkRedis redis, TimeProvider clock)
{
    /// <summary>Until when an entry stays in Redis, less up to a tenth so that entries do not all end at once.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(10);

    /// <summary>From when on an entry is refused even if Redis still has it.</summary>
    public static readonly TimeSpan MaxAge = TimeToLive + TimeSpan.FromMinutes(1);

    /// <summary>For how long a reader may take to fill. A reader that crashed blocks filling for no longer.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private const string LeasePrefix = "fill:";

    public static RedisKey Key(Guid technicianId) => $"booking-link:{technicianId:N}";

    /// <summary>Finds the technician's entry; <paramref name="read"/> reads it from PostgreSQL and is not called on a hit.</summary>
    public async Task<(CachedBookingLink? Link, LookupOutcome Outcome)> FindAsync(
        Guid technicianId, Func<Guid, CancellationToken, Task<CachedBookingLink?>> read, CancellationToken cancellationToken)
    {
        if (!recentSaves.TryGetLowestVersion(technicianId, out var lowestVersion))
            return (await read(technicianId, cancellationToken), LookupOutcome.Bypass);

        var key = Key(technicianId);
        var (answered, value) = await redis.TryAsync(database => database.StringGetAsync(key));
        if (!answered)
            return (await read(technicianId, cancellationToken), LookupOutcome.Bypass);

        if (CachedBookingLink.TryRead(value) is { } cached)
        {
            if (IsBelievable(cached, lowestVersion))
                return (cached, LookupOutcome.Hit);

            await redis.TryAsync(database => database.KeyDeleteAsync(key)); // deleting is always safe
        }

        return (await FillAsync(key, technicianId, read, cancellationToken), LookupOutcome.Miss);
    }

    private bool IsBelievable(CachedBookingLink cached, long lowestVersion) =>
        cached.Version >= lowestVersion && (clock.GetUtcNow() - cached.ReadAt).Duration() < MaxAge;

    private async Task<CachedBookingLink?> FillAsync(
        RedisKey key, Guid technicianId, Func<Guid, CancellationToken, Task<CachedBookingLink?>> read, CancellationToken cancellationToken)
    {
        RedisValue token = LeasePrefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var leased = await redis.TryAsync(database => database.StringSetAsync(key, token, Lease, When.NotExists));

        var link = await read(technicianId, cancellationToken);
        if (link is not null && leased is { Answered: true, Value: true })
            await redis.TryAsync(database => ReplaceAsync(database, key, token, link.Write()));

        return link;
    }

    private static Task<bool> ReplaceAsync(IDatabase database, RedisKey key, RedisValue token, RedisValue entry)
    {
        var transaction = database.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(key, token));
        _ = transaction.StringSetAsync(key, entry, TimeToLive * (1 - (Random.Shared.NextDouble() / 10)));
        return transaction.ExecuteAsync();
    }
}

/// <summary>How a lookup was answered: from Redis; from PostgreSQL, with an attempt to fill; from PostgreSQL because Redis could not be used.</summary>
internal enum LookupOutcome
{
    Hit,
    Miss,
    Bypass,
}
