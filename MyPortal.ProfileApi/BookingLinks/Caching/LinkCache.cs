using System.Globalization;
using StackExchange.Redis;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>
/// Booking links in Redis, cache-aside, with one promise: <b>once a save has answered, no lookup that starts afterwards, on any replica,
/// gives the link from before.</b> Redis being slow, hung, stopped or restarted makes lookups slower, never wrong and never an error.
/// It holds by four rules:
/// <list type="number">
/// <item><b>Versions.</b> A save raises the user's version and notes it in <c>booking_link_invalidations</c>, in one statement
/// (<see cref="LinkSaver"/>). A cached entry carries the version that was read with it.</item>
/// <item><b>A short list that every replica knows.</b> <see cref="RecentSavesPoller"/> reads that table every half second. Its copy is
/// believed for two seconds from before its query was sent (<see cref="RecentSaves"/>). An entry is believed only while the copy is, and
/// only if its version is not below the copy's. Without a believable copy, lookups read PostgreSQL.</item>
/// <item><b>The gap of those two seconds</b> is closed by deleting the entry: a save answers when Redis has confirmed the deletion, and
/// otherwise only after every replica must have noticed (<see cref="LinkSaver.NoticeDelay"/>). No retry is needed: the version keeps
/// refusing whatever Redis still holds, or brings back from a snapshot.</item>
/// <item><b>Generations.</b> A technician's key is a hash with a random token, its generation, and entries filed under a generation; one
/// round trip reads both. A reader fills only under the generation that it saw, or made, <i>before</i> it read PostgreSQL. The deletion by
/// a save ends the generation and tokens never come again, so what a reader that raced with the save writes late, nobody ever looks at.
/// This takes single commands only. (Tried first: a transaction on a watched key. With StackExchange.Redis on Garnet it let about one
/// raced fill in a thousand through.)</item>
/// </list>
/// Rows leave the list after <see cref="RecentSaves.RetentionTime"/>. An entry is refused when it is older than <see cref="MaxAge"/> by its
/// own time stamp, so not even a command that a hung Redis carries out late can outlive the list. This assumes that the replicas'
/// clocks differ by less than five minutes; nothing else compares clocks of different machines.
/// <para>Whoever changes a technician's name, e-mail address, role or activity must raise the version in the same way.</para>
/// </summary>
internal sealed class LinkCache(RecentSaves recentSaves, LinkRedis redis, TimeProvider clock)
{
    /// <summary>Until when an entry stays in Redis, less up to a tenth so that entries do not all end at once.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(10);

    /// <summary>From when on an entry is refused even if Redis still has it.</summary>
    public static readonly TimeSpan MaxAge = TimeToLive + TimeSpan.FromMinutes(1);

    private const string Generation = "generation";

    public static RedisKey Key(Guid technicianId) => $"technician-booking-link:{technicianId:N}";

    /// <summary>Finds the technician's entry; <paramref name="read"/> reads it from PostgreSQL and is not called on a hit.</summary>
    public async Task<(CachedLink? Link, LookupOutcome Outcome)> FindAsync(
        Guid technicianId, Func<Guid, CancellationToken, Task<CachedLink?>> read, CancellationToken cancellationToken)
    {
        if (!recentSaves.TryGetLowestVersion(technicianId, out var lowestVersion))
            return (await read(technicianId, cancellationToken), LookupOutcome.Bypass);

        var key = Key(technicianId);
        var (answered, fields) = await redis.TryAsync(database => database.HashGetAllAsync(key));
        if (!answered)
            return (await read(technicianId, cancellationToken), LookupOutcome.Bypass);

        var generation = Field(fields, Generation);
        if (!generation.IsNull && CachedLink.TryRead(Field(fields, EntryOf(generation))) is { } cached)
        {
            if (IsBelievable(cached, lowestVersion))
                return (cached, LookupOutcome.Hit);

            await redis.TryAsync(database => database.KeyDeleteAsync(key)); // deleting is always safe
            generation = RedisValue.Null;
        }

        return (await FillAsync(key, generation, technicianId, read, cancellationToken), LookupOutcome.Miss);
    }

    private bool IsBelievable(CachedLink cached, long lowestVersion) =>
        cached.Version >= lowestVersion && (clock.GetUtcNow() - cached.ReadAt).Duration() < MaxAge;

    private async Task<CachedLink?> FillAsync(
        RedisKey key, RedisValue generation, Guid technicianId, Func<Guid, CancellationToken, Task<CachedLink?>> read, CancellationToken cancellationToken)
    {
        if (generation.IsNull)
            generation = await TryBeginGenerationAsync(key);

        var link = await read(technicianId, cancellationToken);
        if (link is not null && !generation.IsNull)
            await redis.TryAsync(database => StoreAsync(database, key, EntryOf(generation), link.Write()));

        return link;
    }

    // Null when Redis did not answer, or when another reader was first; that one fills.
    private async Task<RedisValue> TryBeginGenerationAsync(RedisKey key)
    {
        RedisValue token = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var begun = await redis.TryAsync(database => StoreAsync(database, key, Generation, token));
        return begun is { Answered: true, Value: true } ? token : RedisValue.Null;
    }

    // The two commands travel together. Without the second the key would stay for good, but its entry would still be refused in time.
    private static async Task<bool> StoreAsync(IDatabase database, RedisKey key, RedisValue field, RedisValue value)
    {
        var stored = database.HashSetAsync(key, field, value, When.NotExists);
        var ends = database.KeyExpireAsync(key, TimeToLive * (1 - (Random.Shared.NextDouble() / 10)));
        await Task.WhenAll(stored, ends);
        return await stored;
    }

    private static RedisValue EntryOf(RedisValue generation) => $"entry:{generation}";

    private static RedisValue Field(HashEntry[]? fields, RedisValue name) =>
        fields is null ? RedisValue.Null : Array.Find(fields, field => field.Name == name).Value;
}

/// <summary>How a lookup was answered: from Redis; from PostgreSQL, with an attempt to fill; from PostgreSQL because Redis could not be used.</summary>
internal enum LookupOutcome
{
    Hit,
    Miss,
    Bypass,
}
