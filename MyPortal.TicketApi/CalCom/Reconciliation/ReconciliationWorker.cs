using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Periodic;

namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>Compares every connection with a working API key once a period. A connection that fails does not hold up the others.</summary>
internal sealed class ReconciliationWorker(
    IServiceScopeFactory scopes, IOptions<ReconciliationOptions> options, ReconciliationTelemetry telemetry, TimeProvider clock,
    ILogger<ReconciliationWorker> logger)
    : ClaimedWork<Guid>(Poll(options.Value.Period), clock, logger)
{
    protected override TimeSpan Delay => options.Value.Delay;

    protected override async Task<IReadOnlyList<Guid>> ClaimAsync(int maxCount, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = Now;
        return await scope.ServiceProvider.GetRequiredService<TicketDbContext>().Database.SqlQuery<Guid>($"""
            update cal_com_connections set reconciliation_started_at = {now} where id in (
                select id from cal_com_connections
                where api_key_state = 'works' and (reconciliation_started_at is null or reconciliation_started_at <= {now - options.Value.Period})
                order by reconciliation_started_at nulls first limit {maxCount} for update skip locked)
            returning technician_id
            """).ToListAsync(cancellationToken);
    }

    protected override async Task DoAsync(Guid technicianId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        using var activity = ReconciliationTelemetry.Start(technicianId);
        var outcome = ReconciliationOutcome.Error;
        try
        {
            var db = services.GetRequiredService<TicketDbContext>();
            if (await db.Connections.SingleOrDefaultAsync(connection => connection.TechnicianId == technicianId, cancellationToken) is not { } connection)
                return;
            outcome = await RunAsync(connection, services, cancellationToken);
        }
        finally
        {
            telemetry.Ended(activity, outcome);
        }
    }

    private async Task<string> RunAsync(CalComConnection connection, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var found = await services.GetRequiredService<Reconciler>().RunAsync(connection, cancellationToken);
            System.Diagnostics.Activity.Current?.SetTag("reconciliation.drift", found);
            return ReconciliationOutcome.Ok;
        }
        catch (CalComApiException failure)
        {
            logger.LogWarning(failure, "Bookings could not be compared with Cal.com's: {Failure}", failure.Failure);
            if (failure.Failure is CalComFailure.KeyRefused)
            {
                await services.GetRequiredService<TicketDbContext>().Connections.Where(one => one.Id == connection.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.ApiKeyState, ApiKeyState.Refused), cancellationToken);
            }
            return SnakeCase.Name(failure.Failure);
        }
    }

    // Fine enough that a period does not become two by a hair's breadth.
    private static TimeSpan Poll(TimeSpan period) =>
        TimeSpan.FromSeconds(Math.Clamp(period.TotalSeconds / 20, 0.25, 15));
}
