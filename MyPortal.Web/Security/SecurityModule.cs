namespace MyPortal.Web.Security;

/// <summary>What keeps a page to itself: the headers of every answer, rate limits, and who may write with a session's cookie.</summary>
internal static class SecurityModule
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        PortalHeaders.Add(builder.Services, builder.Environment);
        builder.Services.AddRateLimiter(RateLimits.Configure);

        // Compressing over https is safe here: nothing secret is repeated between answers (antiforgery tokens differ each time), and the
        // session cookie is SameSite, so another site cannot make a browser send the requests that BREACH needs.
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
    }
}
