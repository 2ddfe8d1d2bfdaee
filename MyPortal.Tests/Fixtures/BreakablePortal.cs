namespace MyPortal.Tests.Fixtures;

/// <summary>
/// A second portal, for tests that stop its parts or overwrite its data. One at a time has it, and each leaves it running as it was;
/// what lies in its databases may be anything.
/// </summary>
[CollectionDefinition]
public sealed class BreakablePortal(PortalFixture first) : IAsyncLifetime, ICollectionFixture<BreakablePortal>
{
    private RunningPortal? _portal;

    public RunningPortal Portal => _portal ?? throw first.NotStarted;

    public async ValueTask InitializeAsync()
    {
        if (first.HasStarted)
            _portal = await RunningPortal.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
