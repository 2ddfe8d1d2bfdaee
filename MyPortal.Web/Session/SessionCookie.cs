using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyPortal.Web.Session;

/// <summary>The one cookie that a browser holds, and what happens to it at sign-in, on every request, and at sign-out.</summary>
public static class SessionCookie
{
    /// <summary>As long as ProfileApi keeps a session; there is no sliding, so a forgotten browser is signed out after a working day.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static AuthenticationBuilder AddSessionCookie(this AuthenticationBuilder authentication) => authentication.AddCookie(options =>
    {
        options.Cookie.Name = "portal-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixCookieManager();
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/errors/403";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = RequireLiveSessionAsync,
            OnRedirectToLogin = context => RedirectPagesOnlyAsync(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => RedirectPagesOnlyAsync(context, StatusCodes.Status403Forbidden),
        };
    });

    /// <summary>Signs the person in whom the tokens describe.</summary>
    public static async Task SignInAsync(HttpContext context, Tokens granted, CancellationToken cancellationToken)
    {
        var handle = granted.RefreshToken ?? throw new InvalidOperationException("ProfileApi granted no session.");
        await context.RequestServices.GetRequiredService<AccessTokens>().RememberAsync(handle, granted, cancellationToken);

        // Received straight from ProfileApi over our own channel, so reading the claims needs no second check of the signature.
        var claims = new JsonWebToken(granted.AccessToken).Claims
            .Where(claim => claim.Type is PortalClaims.Subject or PortalClaims.Name or PortalClaims.Email or PortalClaims.Role
                or PortalClaims.CompanyName or PortalClaims.CompanyTickets)
            .Append(new Claim(PortalClaims.SessionHandle, handle));
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme, PortalClaims.Name, PortalClaims.Role);
        await context.SignInAsync(new ClaimsPrincipal(identity));
    }

    /// <summary>Ends the session on the server, then drops the cookie. Afterwards a copy of the cookie opens nothing.</summary>
    public static async Task SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.FindFirstValue(PortalClaims.SessionHandle) is { } handle)
            await context.RequestServices.GetRequiredService<AccessTokens>().EndAsync(handle, cancellationToken);
        await context.SignOutAsync();
    }

    // A cookie alone proves nothing: the session behind it must still be alive. Files need no session, so they cost no lookup.
    private static async Task RequireLiveSessionAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
            return;
        try
        {
            var handle = context.Principal?.FindFirstValue(PortalClaims.SessionHandle) ?? throw new SessionEndedException();
            http.SetAccessToken(await http.RequestServices.GetRequiredService<AccessTokens>().GetAsync(handle, http.RequestAborted));
        }
        catch (SessionEndedException)
        {
            context.RejectPrincipal();
            await http.SignOutAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            // Not a refusal: ProfileApi is away. The person stays signed in; the page says that the service cannot be reached.
            http.RequestServices.GetRequiredService<ILogger<AccessTokens>>().LogWarning(exception, "No access token: ProfileApi did not answer.");
        }
    }

    private static Task RedirectPagesOnlyAsync(RedirectContext<CookieAuthenticationOptions> context, int apiStatus)
    {
        if (context.HttpContext.IsForPrograms())
            context.Response.StatusCode = apiStatus;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
