namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>Saves a link and returns when no lookup can give the one before. Rules 1 and 3 of <see cref="LinkCache"/>.</summary>
internal sealed class LinkSaver(LinkStore store, LinkRedis redis, TimeProvider clock)
{
    /// <summary>How long Redis may take to confirm. People wait for this; page views do not.</summary>
    public static readonly TimeSpan ConfirmTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>After this time no replica believes a copy of the list from before the save. It is what a save costs while Redis is away.</summary>
    public static readonly TimeSpan NoticeDelay = RecentSaves.TrustDuration + TimeSpan.FromMilliseconds(500);

    public async Task SaveAsync(Guid userId, string? url, CancellationToken cancellationToken)
    {
        await store.SaveAsync(userId, url, cancellationToken);
        await ForgetAsync(userId, cancellationToken);
    }

    /// <summary>To be called after a change was committed, before it is answered.</summary>
    public async Task ForgetAsync(Guid userId, CancellationToken cancellationToken)
    {
        var deleted = await redis.TryAsync(database => database.KeyDeleteAsync(LinkCache.Key(userId)), ConfirmTimeout);
        if (!deleted.Answered)
            await Task.Delay(NoticeDelay, clock, cancellationToken);
    }
}
