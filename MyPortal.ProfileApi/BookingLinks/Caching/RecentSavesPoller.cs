using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using OpenTelemetry;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>Keeps <see cref="RecentSaves"/> young, and the table behind it short.</summary>
internal sealed class RecentSavesPoller(IServiceScopeFactory scopes, RecentSaves recentSaves, TimeProvider clock, ILogger<RecentSavesPoller> logger)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan CleanupInterval = TimeSpan.FromMinutes(1);

    private bool _failing;
    private DateTimeOffset _cleanAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Two queries a second would bury the traces that people look for.
        using var noTraces = SuppressInstrumentationScope.Begin();
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await TryPollAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryPollAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(RecentSaves.TrustDuration);
        try
        {
            await PollAsync(limit.Token);
            _failing = false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_failing)
                logger.LogWarning(exception, "The list of booking links saved lately cannot be read. The cache is bypassed until it can.");
            _failing = true;
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProfileDbContext>();

        var begun = recentSaves.BeginCopy();
        var saves = await db.LinkInvalidations.AsNoTracking()
            .ToDictionaryAsync(save => save.UserId, save => save.Version, cancellationToken);
        recentSaves.Replace(begun, saves);

        if (clock.GetUtcNow() is var now && now >= _cleanAt)
        {
            _cleanAt = now + CleanupInterval;
            await db.Database.ExecuteSqlAsync($"delete from booking_link_invalidations where saved_at < clock_timestamp() - {RecentSaves.RetentionTime}", cancellationToken);
        }
    }
}
