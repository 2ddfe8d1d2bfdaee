namespace MyPortal.ProfileApi.Identity;

/// <summary>
/// Loads the keys before the first request is taken (a replica without keys must not start) and looks for new ones afterwards.
/// </summary>
internal sealed class SigningKeyLoader(IServiceScopeFactory scopes, SigningKeyRing ring, ILogger<SigningKeyLoader> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (ring.Keys.Count == 0)
            throw new InvalidOperationException("There is no signing key in profiledb. Run this program with --migrate first.");

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SigningKeyRing.ReloadInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LoadAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The signing keys could not be read again; the known ones stay in use.");
            }
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        ring.Replace(await scope.ServiceProvider.GetRequiredService<SigningKeyStore>().ReadAsync(cancellationToken));
    }
}
