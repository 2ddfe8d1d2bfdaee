using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using Npgsql;
using OpenTelemetry;

namespace MyPortal.TicketApi.Webhooks;

/// <summary>Watches how long deliveries wait, and throws them away after 30 days. Several replicas may do it at once.</summary>
internal sealed class InboxUpkeep(IServiceScopeFactory scopes, WebhookTelemetry telemetry, TimeProvider clock, ILogger<InboxUpkeep> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A trace every ten seconds would bury those that people look for.
        using var quiet = SuppressInstrumentationScope.Begin();
        using var timer = new PeriodicTimer(LookEvery, clock);
        var cleanAt = clock.GetUtcNow();
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TicketDbContext>();
                telemetry.OldestWaits(await QueueAgeAsync(db, stoppingToken));
                if (clock.GetUtcNow() < cleanAt)
                    continue;
                await CleanAsync(db, clock.GetUtcNow(), stoppingToken);
                cleanAt = clock.GetUtcNow() + CleanEvery;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested && failure is NpgsqlException or InvalidOperationException or TimeoutException)
            {
                logger.LogInformation("The inbox of webhooks could not be looked after ({Reason}); trying again", failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal static Task<int> CleanAsync(TicketDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - Kept;
        return db.Deliveries.Where(delivery => delivery.ReceivedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<TimeSpan> QueueAgeAsync(TicketDbContext db, CancellationToken cancellationToken)
    {
        var oldest = await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Received)
            .OrderBy(delivery => delivery.ReceivedAt).Select(delivery => (DateTimeOffset?)delivery.ReceivedAt).FirstOrDefaultAsync(cancellationToken);
        return oldest is { } at ? clock.GetUtcNow() - at : TimeSpan.Zero;
    }
}
