using OpenTelemetry;

namespace MyPortal.TicketApi.Periodic;

/// <summary>
/// Work that falls due again and again, on many things, shared by all replicas: what is due is claimed in the database, so that no two do
/// the same. What fails is left to its next turn and does not hold up the rest.
/// </summary>
internal abstract class PeriodicWork<T>(TimeSpan poll, TimeProvider clock, ILogger logger) : BackgroundService
{
    private const int AtOnce = 4;
    private const int Batch = 20;

    /// <summary>How long after the start to begin.</summary>
    protected virtual TimeSpan Delay => TimeSpan.Zero;

    protected DateTimeOffset Now => clock.Now();

    /// <summary>Takes what is due, at most that many, so that nobody else does.</summary>
    protected abstract Task<IReadOnlyList<T>> ClaimAsync(int most, CancellationToken cancellationToken);

    protected abstract Task DoAsync(T item, CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Delay, clock, stoppingToken);
            using var timer = new PeriodicTimer(poll, clock);
            do
                await DoAllAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task DoAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await ClaimQuietlyAsync(cancellationToken) is { Count: > 0 } claimed)
                await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, TryAsync);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "What is due could not be found out; it will be tried again");
        }
    }

    private async ValueTask TryAsync(T item, CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(item, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(failure, "One of several failed; it will have its next turn");
        }
    }

    // A question every few seconds would bury the traces that people look for.
    private async Task<IReadOnlyList<T>> ClaimQuietlyAsync(CancellationToken cancellationToken)
    {
        using var noTraces = SuppressInstrumentationScope.Begin();
        return await ClaimAsync(Batch, cancellationToken);
    }
}
