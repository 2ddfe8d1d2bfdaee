using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Connections;

/// <summary>A technician whom no other test knows, with an account of the same kind at the Cal.com stand-in.</summary>
internal sealed class ConnectedTechnician : IDisposable
{
    public const string Path = "/api/bookings/connection";

    private ConnectedTechnician(Guid id, HttpClient portal, HttpClient calCom)
    {
        (Id, Portal, CalCom) = (id, portal, calCom);
        User = $"t{id:n}";
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Guid Id { get; }

    /// <summary>TicketApi, signed in.</summary>
    public HttpClient Portal { get; }

    /// <summary>The stand-in.</summary>
    public HttpClient CalCom { get; }

    /// <summary>Their name at the stand-in.</summary>
    public string User { get; }

    public string ApiKey => $"cal_stand_in_{User}";

    /// <summary>Not yet connected.</summary>
    public static async Task<ConnectedTechnician> NewAsync(PortalFixture fixture, string role = "technician")
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync(role);
        var client = fixture.CreateClient("ticketapi");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await lab.OpenSessionAsync(person)).AccessToken);
        return new ConnectedTechnician(person.Id, client, fixture.CreateClient("calcom"));
    }

    /// <summary>Connected by API key, and all deliveries are lost.</summary>
    public static async Task<ConnectedTechnician> DeafAsync(PortalFixture fixture)
    {
        var technician = await NewAsync(fixture);
        await technician.ConnectAsync();
        (await technician.SetApiKeyAsync())["webhook"]!.GetValue<string>().ShouldBe("set_up");
        (await technician.CalCom.PutAsJsonAsync($"/_stand-in/switches/{technician.User}", new { dropPercent = 100 }, Stop)).EnsureSuccessStatusCode();
        return technician;
    }

    /// <summary>Connects, and gives the answer with the secret.</summary>
    public async Task<JsonNode> ConnectAsync()
    {
        using var response = await Portal.PostAsync(Path, null, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await response.JsonAsync();
    }

    public async Task<JsonNode> StatusAsync()
    {
        using var response = await Portal.GetAsync(Path, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.JsonAsync();
    }

    public async Task<JsonNode> SetApiKeyAsync(string? key = null)
    {
        using var response = await Portal.PutAsJsonAsync($"{Path}/api-key", new { apiKey = key ?? ApiKey }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Stop));
        return await response.JsonAsync();
    }

    /// <summary>The new secret.</summary>
    public async Task<string> RotateAsync()
    {
        using var response = await Portal.PostAsync($"{Path}/secret", null, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.JsonAsync())["secret"]!.GetValue<string>();
    }

    /// <summary>Their webhooks at the stand-in.</summary>
    public async Task<JsonArray> WebhooksAsync() =>
        JsonNode.Parse(await CalCom.GetStringAsync($"/_stand-in/webhooks/{User}", Stop))!.AsArray();

    /// <summary>Sends a delivery as Cal.com would, and gives the status that the portal answered.</summary>
    public async Task<int?> DeliverAsync(string webhookUrl, string? secret, string body)
    {
        using var response = await CalCom.PostAsJsonAsync("/_stand-in/deliver", new { url = webhookUrl, secret, body }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Stop));
        return (await response.JsonAsync())[0]!["status"]?.GetValue<int>();
    }

    public void Dispose()
    {
        Portal.Dispose();
        CalCom.Dispose();
    }
}
