using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Degradation;

/// <summary>A replica of Web behind proxies, so that the portal of the other tests notices nothing. One test at a time has it.</summary>
[CollectionDefinition]
public sealed class FaultyWeb(PortalFixture portal) : IAsyncLifetime, ICollectionFixture<FaultyWeb>
{
    private ServiceReplica? _web;
    private long _number;

    internal FaultProxy ProfileApi { get; private set; } = null!;
    internal FaultProxy TicketApi { get; private set; } = null!;
    internal FaultProxy Redis { get; private set; } = null!;

    public Uri Address => _web?.Address ?? throw portal.NotStarted;

    public async ValueTask InitializeAsync()
    {
        if (!portal.HasStarted)
            return;
        ProfileApi = FaultProxy.Before(portal.Address("profileapi"));
        TicketApi = FaultProxy.Before(portal.Address("ticketapi"));
        Redis = FaultProxy.BeforeRedis(await portal.RedisAsync(), out var redis);
        _web = await portal.StartWebAsync(ProfileApi.Url, TicketApi.Url, redis);
        _number = await portal.TicketForAsync(Demo.Tess);
    }

    /// <summary>Ends what the test before has broken, and somebody's session once all of it works again.</summary>
    internal async Task<WebSession> SignInAsync(Person person)
    {
        var stop = TestContext.Current.CancellationToken;
        var address = Address;
        foreach (var proxy in (FaultProxy[])[ProfileApi, TicketApi, Redis])
            proxy.Resume();
        return (await Eventually.GetAsync(TrySignInAsync, session => session is not null))!;

        async Task<WebSession?> TrySignInAsync()
        {
            WebSession? session = null;
            try
            {
                session = await WebSession.BeginAsync(address, person, stop);
                if ((await session.GetHtmlAsync($"/tickets/{_number}", stop)).Contains("Schedule a call with", StringComparison.Ordinal))
                    return session;
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                // A page that is not there yet fails in many ways.
            }
            session?.Dispose();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is null)
            return;
        await _web.DisposeAsync();
        await ProfileApi.DisposeAsync();
        await TicketApi.DisposeAsync();
        await Redis.DisposeAsync();
    }
}
