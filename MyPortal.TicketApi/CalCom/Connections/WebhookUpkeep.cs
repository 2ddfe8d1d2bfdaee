using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Periodic;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>
/// Looks after the webhooks at Cal.com: at the start, every five minutes, and sooner where there is something to do. Several replicas share
/// the work: each connection is claimed by one.
/// </summary>
internal sealed class WebhookUpkeep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WebhookUpkeep> logger)
    : ClaimedWork<Guid>(TimeSpan.FromSeconds(5), clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(15);

    // Whoever starts looks at all of them; those that another replica has just looked at excepted.
    private TimeSpan _period = TimeSpan.FromSeconds(10);

    protected override async Task<IReadOnlyList<Guid>> ClaimAsync(int maxCount, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = Now;
        var claimed = await scope.ServiceProvider.GetRequiredService<TicketDbContext>().Database.SqlQuery<Guid>($"""
            update cal_com_connections set webhook_checked_at = {now} where id in (
                select id from cal_com_connections
                where api_key_protected is not null
                    and (webhook_checked_at is null or webhook_checked_at <= {now - _period}
                        or (webhook_checked_at <= {now - RetryInterval} and (api_key_state = 'unchecked' or (webhook_state = 'missing' and api_key_state = 'works'))))
                order by webhook_checked_at nulls first limit {maxCount} for update skip locked)
            returning technician_id
            """).ToListAsync(cancellationToken);
        if (claimed.Count < maxCount)
            _period = Interval;
        return claimed;
    }

    protected override async Task DoAsync(Guid technicianId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var connection = await services.GetRequiredService<TicketDbContext>().Connections
            .SingleOrDefaultAsync(connection => connection.TechnicianId == technicianId, cancellationToken);
        if (connection is not null)
            await services.GetRequiredService<WebhookSetup>().EnsureAsync(connection, cancellationToken);
    }
}
