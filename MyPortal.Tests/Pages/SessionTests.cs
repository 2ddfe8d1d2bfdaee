using System.Net;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Pages;

public sealed class SessionTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/tickets")]
    [InlineData("/tickets/new")]
    [InlineData("/tickets/1001")]
    [InlineData("/profile")]
    [InlineData("/calls")]
    [InlineData("/admin/webhooks")]
    public async Task Pages_send_strangers_to_sign_in_and_back(string path)
    {
        using var web = portal.CreateClient("web");
        using var response = await web.GetAsync(path, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?returnUrl=" + Uri.EscapeDataString(path));
    }

    [Theory]
    [InlineData("//evil.example", "/tickets")]
    [InlineData("https://evil.example", "/tickets")]
    [InlineData("/\\evil.example", "/tickets")]
    [InlineData("/tickets/1001", "/tickets/1001")]
    public async Task Sign_in_leads_to_our_own_pages_only(string returnUrl, string leadsTo)
    {
        using var session = await portal.NewSessionAsync(Demo.Robin);
        using var response = await session.Client.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), Stop);
        response.Headers.Location!.ToString().ShouldBe(leadsTo);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_the_address_stays_in_its_field()
    {
        using var session = await portal.NewSessionAsync(Demo.Quinn);
        using var signOut = await session.SignOutAsync(Stop);
        using var response = await session.PostFormAsync("/sign-in", new() { ["email"] = "nobody@northwind.example", ["password"] = "wrong" }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await response.Content.ReadAsStringAsync(Stop);
        page.ShouldContain("The e-mail address or password is wrong.");
        page.ShouldContain("value=\"nobody@northwind.example\"");
    }

    [Fact]
    public async Task Sign_out_ends_the_session_on_the_server_so_that_a_copied_cookie_opens_nothing()
    {
        using var session = await portal.NewSessionAsync(Demo.Robin);
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = session.Client.BaseAddress };
        thief.DefaultRequestHeaders.Add("Cookie", session.CookieHeader);
        (await thief.GetAsync("/tickets", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var signOut = await session.SignOutAsync(Stop);
        signOut.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await thief.GetAsync("/tickets", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await thief.GetAsync("/api/tickets", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_cookie_is_for_http_only_and_for_this_site_only()
    {
        using var session = await portal.NewSessionAsync(Demo.Robin);
        session.SetCookies.ShouldContain(cookie => cookie.StartsWith("portal-session=", StringComparison.Ordinal)
            && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
    }
}
