using MyPortal.ServiceDefaults;
using OpenTelemetry;

namespace MyPortal.TicketApi.Infrastructure.Periodic;

/// <summary>
/// Periodic work on many things, shared by all replicas: what is due is claimed in the database, so that no two do the same. What fails is
/// left to its next turn and does not hold up the rest.
/// </summary>
internal abstract class ClaimedWork<T>(TimeSpan interval, TimeProvider clock, ILogger logger) : PeriodicWork(interval, clock, logger)
{
    private const int MaxParallel = 4;
    private const int MaxClaimed = 20;

    private readonly ILogger _logger = logger;

    /// <summary>Takes what is due, so that nobody else does.</summary>
    protected abstract Task<IReadOnlyList<T>> ClaimAsync(int maxCount, CancellationToken cancellationToken);

    protected abstract Task DoAsync(T item, CancellationToken cancellationToken);

    protected sealed override async Task DoAsync(CancellationToken cancellationToken)
    {
        while (await ClaimQuietlyAsync(cancellationToken) is { Count: > 0 } claimed)
            await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken }, TryAsync);
    }

    private async ValueTask TryAsync(T item, CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(item, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.LogError(failure, "One of several failed; it will have its next turn");
        }
    }

    // A question every few seconds would bury the traces that people look for.
    private async Task<IReadOnlyList<T>> ClaimQuietlyAsync(CancellationToken cancellationToken)
    {
        using var noTraces = SuppressInstrumentationScope.Begin();
        return await ClaimAsync(MaxClaimed, cancellationToken);
    }
}
