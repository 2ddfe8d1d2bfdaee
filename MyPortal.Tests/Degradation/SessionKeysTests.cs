using System.Net;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Degradation;

/// <summary>Web's keys lie in Redis. Redis being slow or away must not look like a session that has ended.</summary>
public sealed class SessionKeysTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gone")]
    [InlineData("hanging")]
    public async Task A_replica_that_cannot_read_its_keys_yet_sends_nobody_to_sign_in(string fault)
    {
        using var session = await portal.NewSessionAsync(Demo.Casey);
        await using var proxy = FaultProxy.BeforeRedis(await portal.RedisAsync(), out var proxied);
        if (fault == "gone")
            proxy.Stop();
        else
            proxy.Hang();
        await using var web = await portal.StartWebAsync(redis: proxied);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = web.Address };
        client.DefaultRequestHeaders.Add("Cookie", session.CookieHeader);

        foreach (var path in (string[])["/tickets", "/", "/api/tickets"])
            (await StatusAsync(client, path)).ShouldBe(HttpStatusCode.ServiceUnavailable, path);
        (await StatusAsync(client, "/health")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(client, "/css/portal.css")).ShouldBe(HttpStatusCode.OK);

        proxy.Resume();
        (await Eventually.GetAsync(() => StatusAsync(client, "/tickets"), status => status != HttpStatusCode.ServiceUnavailable)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Stop);
        return response.StatusCode;
    }
}
