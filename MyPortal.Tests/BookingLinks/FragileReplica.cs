using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.BookingLinks;

/// <summary>A replica of ProfileApi whose Redis can fail, beside the portal's own. One test at a time has it.</summary>
public sealed class FragileReplica(PortalFixture portal) : IAsyncLifetime
{
    private ServiceReplica? _replica;

    /// <summary>What stands between the replica and Redis.</summary>
    internal FaultProxy Redis { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!portal.HasStarted)
            return;
        var lab = await ProfileLab.OfAsync(portal);
        Redis = FaultProxy.BeforeRedis(lab.Cache, out var proxied);
        _replica = await lab.StartReplicaAsync(proxied);
    }

    /// <summary>A client of the replica that is nobody.</summary>
    public HttpClient CreateClient() => _replica?.CreateClient() ?? throw portal.NotStarted;

    /// <summary>Ends what the test before has broken, and gives a technician whom no other test knows.</summary>
    internal async Task<FragileTechnician> TechnicianAsync()
    {
        var replica = _replica ?? throw portal.NotStarted;
        Redis.Resume();
        var lab = await ProfileLab.OfAsync(portal);
        var person = await lab.CreatePersonAsync("technician");
        var token = (await lab.OpenSessionAsync(person)).AccessToken;
        return new FragileTechnician(person.Id, (lab with { CreateClient = replica.CreateClient }).As(token), lab.As(token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_replica is null)
            return;
        await _replica.DisposeAsync();
        await Redis.DisposeAsync();
    }
}

/// <param name="Id">Of the person.</param>
/// <param name="Fragile">The technician at the replica whose Redis can fail.</param>
/// <param name="Steady">The same at the portal's own replica.</param>
internal sealed record FragileTechnician(Guid Id, HttpClient Fragile, HttpClient Steady) : IDisposable
{
    public void Dispose()
    {
        Fragile.Dispose();
        Steady.Dispose();
    }
}
