using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Pages;

public sealed class SecurityHeaderTests(PortalFixture portal)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/tickets")]
    [InlineData("/profile")]
    [InlineData("/errors/404")]
    [InlineData("/nothing-here")]
    [InlineData("/css/portal.css")]
    [InlineData("/api/tickets")]
    public async Task Every_answer_carries_them(string path)
    {
        using var response = await (await portal.SessionAsync(Demo.Casey)).Client.GetAsync(path, TestContext.Current.CancellationToken);
        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Permissions-Policy").ShouldContain("camera=()");
        Header("Server").ShouldBeEmpty();
        var csp = Header("Content-Security-Policy");
        csp.ShouldContain("default-src 'none'");
        csp.ShouldContain("script-src 'self'");
        csp.ShouldContain("frame-ancestors 'none'");
        csp.ShouldContain("form-action 'self'");
        csp.ShouldNotContain("unsafe-inline");
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
