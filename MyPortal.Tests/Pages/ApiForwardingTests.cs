using System.Net;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Pages;

/// <summary>The APIs as scripts in the browser reach them: through YARP in Web.</summary>
public sealed class ApiForwardingTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_session_cookie_is_swapped_for_a_bearer_token()
    {
        var robin = (await portal.SessionAsync(Demo.Robin)).Client;
        (await robin.ReadStrictlyAsync<Profile>("/api/profile/me")).Email.ShouldBe(Demo.Robin.Email);
        (await robin.ReadStrictlyAsync<TicketPage>("/api/tickets?limit=1")).Items.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/api/tickets")]
    [InlineData("/api/profile/me")]
    [InlineData("/telemetry/booking")]
    public async Task Without_a_session_it_is_401_and_a_problem(string path)
    {
        using var web = portal.CreateClient("web");
        using var request = new HttpRequestMessage(path.StartsWith("/t", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path);
        using var response = await web.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_client_cannot_claim_to_be_somebody_else()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/profile/me");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {await portal.TokenAsync(Demo.Ada)}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-User", "ada@myportal.example");
        using var response = await (await portal.SessionAsync(Demo.Robin)).Client.SendAsync(request, Stop);
        (await response.ReadStrictlyAsync<Profile>()).Email.ShouldBe(Demo.Robin.Email);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "said", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Created)]
    public async Task Writes_are_taken_from_our_own_pages_only(string header, string value, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets") { Content = JsonContent.Create(new { subject = "By script", description = "Text" }) };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await (await portal.SessionAsync(Demo.Robin)).Client.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task What_only_services_may_ask_is_not_forwarded()
    {
        var casey = (await portal.SessionAsync(Demo.Casey)).Client;
        (await casey.GetAsync($"/technicians/{Demo.Tess.Id}/booking-link", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await casey.PostAsync("/dev/reset-demo-data", null, Stop)).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
        (await casey.GetAsync($"/api/profile/../../technicians/{Demo.Tess.Id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await casey.GetAsync($"/api/profile/%2e%2e/%2e%2e/technicians/{Demo.Tess.Id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets") { Content = JsonContent.Create(new { subject = "Big", description = new string('x', 300_000) }) };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var response = await (await portal.SessionAsync(Demo.Robin)).Client.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }
}
