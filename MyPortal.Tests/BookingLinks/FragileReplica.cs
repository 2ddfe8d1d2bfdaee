using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.BookingLinks;

/// <summary>A replica of ProfileApi whose Redis can fail, beside the portal's own, and a technician of the test's own.</summary>
internal sealed class FragileReplica : IAsyncDisposable
{
    private readonly ServiceReplica _replica;

    private FragileReplica(FaultProxy redis, ServiceReplica replica, ProfileLab lab, Guid technician, string token)
    {
        (Redis, _replica, Technician) = (redis, replica, technician);
        Client = (lab with { CreateClient = replica.CreateClient }).As(token);
        Steady = lab.As(token);
    }

    /// <summary>What stands between the replica and Redis.</summary>
    public FaultProxy Redis { get; }

    public Guid Technician { get; }

    /// <summary>The technician, at this replica.</summary>
    public HttpClient Client { get; }

    /// <summary>The technician, at the portal's own replica, whose Redis does not fail.</summary>
    public HttpClient Steady { get; }

    public static async Task<FragileReplica> StartAsync(PortalFixture fixture, bool redisAnswers = true)
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var redis = FaultProxy.BeforeRedis(lab.Cache, out var proxied);
        if (!redisAnswers)
            redis.Stop();
        var person = await lab.CreatePersonAsync("technician");
        var token = (await lab.OpenSessionAsync(person)).AccessToken;
        return new FragileReplica(redis, await lab.StartReplicaAsync(proxied), lab, person.Id, token);
    }

    public Task<(string? Url, string Cache)> ReadLinkAsync() => Client.ReadLinkAsync(Technician);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Steady.Dispose();
        await _replica.DisposeAsync();
        await Redis.DisposeAsync();
    }
}
