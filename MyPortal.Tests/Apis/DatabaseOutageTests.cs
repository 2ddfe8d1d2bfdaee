using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Aspire.Hosting.Testing;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using Npgsql;

namespace MyPortal.Tests.Apis;

/// <summary>PostgreSQL is away: worth a second try, and no fault of the caller's or of ours.</summary>
public sealed class DatabaseOutageTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProfileApi_says_so()
    {
        var (proxy, database) = Behind(new NpgsqlConnectionStringBuilder(await portal.App.GetConnectionStringAsync("profiledb", Stop)));
        await using var _ = proxy;
        await using var replica = await ServiceReplica.StartAsync("MyPortal.ProfileApi", new Dictionary<string, string>
        {
            ["ConnectionStrings__profiledb"] = database,
            ["ConnectionStrings__cache"] = (await portal.App.GetConnectionStringAsync("cache", Stop))!,
        });
        using var client = await ClientAsync(replica);
        using (var well = await client.GetAsync("/api/profile/me", Stop))
            well.StatusCode.ShouldBe(HttpStatusCode.OK);

        proxy.Stop();

        await ShouldBeAwayAsync(client.GetAsync("/api/profile/me", Stop));
        await ShouldBeAwayAsync(client.GetAsync("/api/profile/technicians", Stop));
        await ShouldBeAwayAsync(client.GetAsync($"/technicians/{Guid.NewGuid()}/booking-link", Stop));
        await ShouldBeAwayAsync(client.PutAsJsonAsync("/api/profile/me/booking-link", new { url = "https://cal.com/tess/30min" }, Stop));
        await ShouldBeAwayAsync(client.PostAsJsonAsync("/api/profile/me/password", new { currentPassword = "a password or other", newPassword = "another password" }, Stop));
    }

    [Fact]
    public async Task TicketApi_says_so()
    {
        // Of its own: on the portal's, it would take messages and be away before they are done.
        var (proxy, database) = Behind(await portal.NewTicketDatabaseAsync());
        await using var _ = proxy;
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__ticketdb"] = database,
            ["services__profileapi__http__0"] = portal.Address("profileapi").ToString(),
        };
        await ServiceReplica.RunAsync("MyPortal.TicketApi", settings, "--migrate");
        await using var replica = await ServiceReplica.StartAsync("MyPortal.TicketApi", settings);
        using var client = await ClientAsync(replica);
        using (var well = await client.GetAsync("/api/bookings/mine", Stop))
            well.StatusCode.ShouldBe(HttpStatusCode.OK);

        proxy.Stop();

        await ShouldBeAwayAsync(client.GetAsync("/api/bookings/mine", Stop));
        await ShouldBeAwayAsync(client.GetAsync("/api/bookings/connection", Stop));
        await ShouldBeAwayAsync(client.PostAsync("/webhooks/cal-com/whichever", new StringContent("{}"), Stop));
    }

    private static async Task ShouldBeAwayAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    private async Task<HttpClient> ClientAsync(ServiceReplica replica)
    {
        var client = replica.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(Demo.Tess));
        return client;
    }

    private static (FaultProxy Proxy, string Database) Behind(NpgsqlConnectionStringBuilder database)
    {
        var proxy = new FaultProxy(new DnsEndPoint(database.Host!, database.Port, AddressFamily.InterNetwork));
        (database.Host, database.Port) = (proxy.Address.Address.ToString(), proxy.Address.Port);
        return (proxy, database.ConnectionString);
    }
}
