using MyPortal.ServiceDefaults;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Infrastructure.Periodic;

/// <summary>
/// Each hour, deletes what is older than its module keeps it. Tickets with their timelines and calls are not among it: they are the portal's
/// memory. Several replicas do this at once, and the later one finds nothing to do.
/// </summary>
internal sealed class RetentionWorker(
    IServiceScopeFactory scopes, IEnumerable<Retention> kept, TimeProvider clock, ILogger<RetentionWorker> logger)
    : PeriodicWork(TimeSpan.FromHours(1), clock, logger)
{
    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TicketDbContext>();
        foreach (var rows in kept)
            await rows.DeleteOldAsync(db, Now, cancellationToken);
    }
}
