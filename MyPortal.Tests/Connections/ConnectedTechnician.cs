using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using MyPortal.Tests.CalCom;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;
using MyPortal.Web.Clients;

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
        (await technician.SetApiKeyAsync()).Webhook.ShouldBe("set_up");
        (await technician.CalCom.PutAsJsonAsync($"/_stand-in/switches/{technician.User}", new { dropPercent = 100 }, Stop)).EnsureSuccessStatusCode();
        return technician;
    }

    /// <summary>Connects, and gives the answer with the secret.</summary>
    public async Task<MadeConnection> ConnectAsync()
    {
        using var response = await Portal.PostAsync(Path, null, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await response.ReadStrictlyAsync<MadeConnection>();
    }

    public async Task<CalComConnection> StatusAsync() => StrictJson.Read<CalComConnection>(await StatusTextAsync());

    /// <summary>For what must not be in it.</summary>
    public async Task<string> StatusTextAsync()
    {
        using var response = await Portal.GetAsync(Path, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    public async Task<CalComConnection> SetApiKeyAsync(string? key = null) => StrictJson.Read<CalComConnection>(await SetApiKeyTextAsync(key));

    /// <summary>For what must not be in it.</summary>
    public async Task<string> SetApiKeyTextAsync(string? key = null)
    {
        using var response = await Portal.PutAsJsonAsync($"{Path}/api-key", new { apiKey = key ?? ApiKey }, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    /// <summary>The new secret.</summary>
    public async Task<string> RotateAsync()
    {
        using var response = await Portal.PostAsync($"{Path}/secret", null, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.ReadStrictlyAsync<NewSecret>()).Secret;
    }

    /// <summary>Their webhooks at the stand-in.</summary>
    public async Task<List<StandInWebhook>> WebhooksAsync() => StrictJson.Read<List<StandInWebhook>>(await WebhooksTextAsync());

    /// <summary>For all that there is to them.</summary>
    public Task<string> WebhooksTextAsync() => CalCom.GetStringAsync($"/_stand-in/webhooks/{User}", Stop);

    /// <summary>Sends a delivery as Cal.com would, and gives the status that the portal answered.</summary>
    public async Task<int?> DeliverAsync(string webhookUrl, string? secret, string body)
    {
        using var response = await CalCom.PostAsJsonAsync("/_stand-in/deliver", new { url = webhookUrl, secret, body }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Stop));
        return (await response.ReadStrictlyAsync<List<StandInDelivery>>())[0].Status;
    }

    public void Dispose()
    {
        Portal.Dispose();
        CalCom.Dispose();
    }
}
