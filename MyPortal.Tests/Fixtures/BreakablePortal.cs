namespace MyPortal.Tests.Fixtures;

/// <summary>
/// A second portal, for tests that stop its parts or overwrite its data. One at a time has it, and each leaves it running as it was;
/// what lies in its databases may be anything.
/// </summary>
[CollectionDefinition]
public sealed class BreakablePortal(PortalFixture first) : IAsyncLifetime, ICollectionFixture<BreakablePortal>
{
    private RunningPortal? _portal;

    public RunningPortal Portal => _portal ?? throw new InvalidOperationException("The portal has not started.");

    public async ValueTask InitializeAsync()
    {
        // Where the first could not start, the second need not be tried.
        _ = first.Portal;
        _portal = await RunningPortal.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
