using OpenIddict.Abstractions;

namespace MyPortal.ProfileApi.Identity;

/// <summary>
/// Removes rows of sessions that ended more than two days ago, every hour. Each replica does so: the deletes meet nothing to do twice.
/// </summary>
internal sealed class ExpiredSessionPruner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredSessionPruner> logger) : BackgroundService
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "Old sessions could not be removed; the next try is in an hour.");
            }
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - Keep;
        // Tokens first: an authorization goes only when no token refers to it any more.
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, cancellationToken);
    }
}
