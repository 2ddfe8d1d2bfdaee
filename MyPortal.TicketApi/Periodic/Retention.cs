using Microsoft.EntityFrameworkCore;
using MyPortal.ServiceDefaults;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Periodic;

/// <summary>
/// How long is kept what would grow for ever, in one place; older rows go every hour. Tickets with their timelines and calls are not among
/// it: they are the portal's memory. Several replicas do this at once, and the later one finds nothing to do.
/// </summary>
internal sealed class Retention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Retention> logger)
    : PeriodicWork(TimeSpan.FromHours(1), clock, logger)
{
    /// <summary>Of webhook deliveries, whose bodies hold personal data.</summary>
    public static readonly TimeSpan Deliveries = TimeSpan.FromDays(30);

    /// <summary>Of what rules did.</summary>
    public static readonly TimeSpan Runs = TimeSpan.FromDays(90);

    /// <summary>
    /// Of mails, sent or not. They are also what keeps a mail from being sent again, so this is far longer than a message can be repeated
    /// or a mail wait for its server (<see cref="Mail.RetryPauses.Patience"/>).
    /// </summary>
    public static readonly TimeSpan Notifications = TimeSpan.FromDays(90);

    public static async Task CleanAsync(TicketDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (deliveries, runs, notifications) = (now - Deliveries, now - Runs, now - Notifications);
        await db.Deliveries.Where(delivery => delivery.ReceivedAt < deliveries).ExecuteDeleteAsync(cancellationToken);
        await db.AutomationRuns.Where(run => run.At < runs).ExecuteDeleteAsync(cancellationToken);
        await db.Notifications.Where(notification => notification.At < notifications).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await CleanAsync(scope.ServiceProvider.GetRequiredService<TicketDbContext>(), Now, cancellationToken);
    }
}
