using MyPortal.ServiceDefaults;
using OpenIddict.Abstractions;

namespace MyPortal.ProfileApi.Identity;

/// <summary>
/// Removes rows of sessions that ended more than two days ago, every hour. Each replica does so: the deletes meet nothing to do twice.
/// </summary>
internal sealed class ExpiredSessionPruner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredSessionPruner> logger)
    : PeriodicWork(TimeSpan.FromHours(1), clock, logger)
{
    private static readonly TimeSpan RetentionTime = TimeSpan.FromDays(2);

    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Now - RetentionTime;
        // Tokens first: an authorization goes only when no token refers to it any more.
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, cancellationToken);
    }
}
