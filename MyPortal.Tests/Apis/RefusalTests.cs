using System.Net;
using System.Text;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Apis;

/// <summary>The same refusal reads the same, whichever API gives it.</summary>
public sealed class RefusalTests(PortalFixture portal)
{
    private const string SaveLink = "/api/profile/me/booking-link";
    private const string OpenTicket = "/api/tickets";

    [Theory]
    [InlineData("PUT", SaveLink, "POST", OpenTicket, "application/json", "[]", HttpStatusCode.BadRequest)]
    [InlineData("PUT", SaveLink, "POST", OpenTicket, "application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData("PUT", SaveLink, "POST", OpenTicket, "application/json", "", HttpStatusCode.BadRequest)]
    [InlineData("PUT", SaveLink, "POST", OpenTicket, "text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PATCH", SaveLink, "PATCH", OpenTicket, "application/json", "{}", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/profile/nothing", "GET", "/api/tickets/nothing", null, null, HttpStatusCode.NotFound)]
    public async Task A_refusal_reads_the_same(
        string profileMethod, string profilePath, string ticketMethod, string ticketPath, string? mediaType, string? body, HttpStatusCode status)
    {
        using var profiles = await portal.ApiClientAsync("profileapi", Demo.Tess);
        using var tickets = await portal.ApiClientAsync("ticketapi", Demo.Tess);
        var detail = await DetailAsync(profiles, profileMethod, profilePath, mediaType, body, status);
        (await DetailAsync(tickets, ticketMethod, ticketPath, mediaType, body, status)).ShouldBe(detail);
    }

    [Fact]
    public async Task Without_a_token_both_ask_to_sign_in()
    {
        using var profiles = portal.CreateClient("profileapi");
        using var tickets = portal.CreateClient("ticketapi");
        var detail = await DetailAsync(profiles, "GET", "/api/profile/me", null, null, HttpStatusCode.Unauthorized);
        (await DetailAsync(tickets, "GET", OpenTicket, null, null, HttpStatusCode.Unauthorized)).ShouldBe(detail);
    }

    [Theory]
    [InlineData("profileapi", "PUT", SaveLink, """{"url":5}""", "url")]
    [InlineData("ticketapi", "POST", OpenTicket, """{"subject":5,"description":"d"}""", "subject")]
    public async Task A_value_of_another_kind_is_named_by_its_field(string api, string method, string path, string body, string field)
    {
        using var client = await portal.ApiClientAsync(api, Demo.Tess);
        using var response = await SendAsync(client, method, path, "application/json", body);
        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        problem.Errors![field][0].ShouldBe($"This is not a value that {field} can have.");
    }

    [Fact]
    public async Task A_form_that_is_none_is_the_senders_fault()
    {
        using var client = portal.CreateClient("profileapi");
        using var form = new StringContent("grant_type=%00", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync("/connect/token", form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<string> DetailAsync(HttpClient client, string method, string path, string? mediaType, string? body, HttpStatusCode status)
    {
        using var response = await SendAsync(client, method, path, mediaType, body);
        return (await response.ShouldBeProblemAsync(status)).Detail;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, string? mediaType, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType!),
        };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
