using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MyPortal.ServiceDefaults;

/// <summary>
/// What a service does again and again, from its start on. A turn that fails is logged and no more: the next one comes in its time.
/// Every replica has its turns, so what they do must bear being done by several.
/// </summary>
public abstract class PeriodicWork(TimeSpan period, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>How long after the start to begin.</summary>
    protected virtual TimeSpan Delay => TimeSpan.Zero;

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected abstract Task DoAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Delay, clock, stoppingToken);
            using var timer = new PeriodicTimer(period, clock);
            do
                await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "{Work} did not get through; its next turn is in {Period}", GetType().Name, period);
        }
    }
}
