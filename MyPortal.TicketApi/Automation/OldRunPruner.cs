using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Automation;

/// <summary>Forgets what rules did more than 90 days ago, every six hours. Each replica does so: the deletes meet nothing to do twice.</summary>
internal sealed class OldRunPruner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OldRunPruner> logger) : BackgroundService
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(90);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - Keep;
                await scope.ServiceProvider.GetRequiredService<TicketDbContext>().AutomationRuns
                    .Where(run => run.At < before).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "Old runs of rules could not be removed; the next try is in six hours.");
            }
        }
    }
}
