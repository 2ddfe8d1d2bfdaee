using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Connections;

/// <summary>A technician's own connection: who may, and what is told once or never.</summary>
public sealed class ConnectionEndpointTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly (string Method, string Path)[] All =
        [("GET", ""), ("POST", ""), ("DELETE", ""), ("POST", "/secret"), ("PUT", "/api-key"), ("DELETE", "/api-key")];

    public static TheoryData<string, string, string> Routes()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var (method, path) in All)
        {
            foreach (var caller in (string[])[Callers.Anonymous, Callers.Requester, Callers.Company, Callers.OtherCompany])
                rows.Add(method, path, caller);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Only_technicians_and_administrators_have_a_connection(string method, string path, string caller)
    {
        using var client = await portal.ClientAsync(caller);
        using var request = new HttpRequestMessage(new HttpMethod(method), ConnectedTechnician.Path + path);
        if (method is "PUT")
            request.Content = JsonContent.Create(new { apiKey = "cal_stand_in_somebody" });

        using var response = await client.SendAsync(request, Stop);

        await response.ShouldBeProblemAsync(caller == Callers.Anonymous ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/secret")]
    [InlineData("PUT", "/api-key")]
    [InlineData("DELETE", "/api-key")]
    public async Task Whoever_has_not_connected_is_told_so(string method, string path)
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        using var request = new HttpRequestMessage(new HttpMethod(method), ConnectedTechnician.Path + path);
        if (method is "PUT")
            request.Content = JsonContent.Create(new { apiKey = technician.ApiKey });

        using var response = await technician.Portal.SendAsync(request, Stop);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_presses_twice_is_answered_twice()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();
        var requests = Enumerable.Range(0, 12).Select(number => number % 3 == 0
            ? technician.Portal.PostAsync(ConnectedTechnician.Path + "/secret", null, Stop)
            : technician.Portal.DeleteAsync(ConnectedTechnician.Path, Stop));

        foreach (var response in await Task.WhenAll(requests))
        {
            using (response)
                response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Connecting_tells_the_address_and_once_the_secret_which_is_kept_encrypted()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);

        var created = await technician.ConnectAsync();

        var (id, secret) = (created.Id, created.Secret);
        id.Length.ShouldBeGreaterThanOrEqualTo(22);
        secret.Length.ShouldBeGreaterThanOrEqualTo(43);
        created.WebhookUrl.ShouldBe($"{portal.Address("web").GetLeftPart(UriPartial.Authority)}/webhooks/cal-com/{id}");

        var text = await technician.StatusTextAsync();
        text.ShouldNotContain(secret);
        var status = StrictJson.Read<CalComConnection>(text);
        (status.ApiKey, status.Webhook).ShouldBe(("none", "manual"));
        (await RowAsync(id)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task An_administrator_has_a_connection_of_their_own()
    {
        using var administrator = await ConnectedTechnician.NewAsync(portal, "administrator");
        using var technician = await ConnectedTechnician.NewAsync(portal);
        var hers = await administrator.ConnectAsync();
        var his = await technician.ConnectAsync();

        (await administrator.Portal.ReadStrictlyAsync<ConnectionId>(ConnectedTechnician.Path)).Id.ShouldBe(hers.Id);
        (await technician.Portal.ReadStrictlyAsync<ConnectionId>(ConnectedTechnician.Path)).Id.ShouldBe(his.Id);
    }

    [Fact]
    public async Task Connecting_twice_is_refused_and_disconnecting_allows_it_again()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        var first = await technician.ConnectAsync();

        using (var again = await technician.Portal.PostAsync(ConnectedTechnician.Path, null, Stop))
            await again.ShouldBeProblemAsync(HttpStatusCode.Conflict);
        using (var gone = await technician.Portal.DeleteAsync(ConnectedTechnician.Path, Stop))
            gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var second = await technician.ConnectAsync();

        second.Id.ShouldNotBe(first.Id);
        second.Secret.ShouldNotBe(first.Secret);
    }

    [Fact]
    public async Task An_api_key_is_never_told_again_and_is_kept_encrypted()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        var id = (await technician.ConnectAsync()).Id;

        var answer = await technician.SetApiKeyTextAsync();

        StrictJson.Read<CalComConnection>(answer).ApiKey.ShouldBe("works");
        answer.ShouldNotContain(technician.ApiKey);
        (await technician.StatusTextAsync()).ShouldNotContain(technician.ApiKey);
        (await RowAsync(id)).ShouldNotContain(technician.ApiKey);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("with a space in it")]
    [InlineData("cal_live_\r\nX-Other: header")]
    [InlineData("cal_live_schlüssel")]
    public async Task What_cannot_be_a_key_is_refused(string? key)
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();

        using var response = await technician.Portal.PutAsJsonAsync($"{ConnectedTechnician.Path}/api-key", new { apiKey = key }, Stop);

        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest)).Errors!["apiKey"].ShouldNotBeNull();
        (await technician.StatusAsync()).ApiKey.ShouldBe("none");
    }

    [Fact]
    public async Task A_key_that_Cal_com_refuses_is_shown_as_refused_until_a_right_one_is_set()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();

        var refused = await technician.SetApiKeyAsync("cal_live_of_another_cal_com");
        (refused.ApiKey, refused.Webhook).ShouldBe(("refused", "missing"));

        var right = await technician.SetApiKeyAsync();
        (right.ApiKey, right.Webhook).ShouldBe(("works", "set_up"));
    }

    private async Task<string> RowAsync(string id)
    {
        await using var db = await portal.TicketDbAsync();
        return (await db.Database.SqlQuery<string>($"select row_to_json(c)::text as \"Value\" from cal_com_connections c where id = {id}").ToListAsync(Stop)).Single();
    }
}
