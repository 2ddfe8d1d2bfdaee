using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyPortal.ServiceDefaults.Apis;

public static class AccessTokensModule
{
    /// <summary>
    /// Accepts <see cref="AccessTokens"/> as bearer tokens, and nothing else, and knows the <see cref="AccessPolicies"/>. Where the keys to
    /// check tokens come from, each API knows itself.
    /// </summary>
    /// <param name="builder">The API.</param>
    /// <param name="everyCaller">What this API demands of every caller besides a valid token, whatever the policy.</param>
    public static void AddAccessTokens(this IHostApplicationBuilder builder, Action<AuthorizationPolicyBuilder>? everyCaller = null)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            var valid = options.TokenValidationParameters;
            valid.NameClaimType = "name";
            valid.RoleClaimType = "role";
            valid.ValidTypes = [AccessTokens.Type];
            valid.ValidIssuer = AccessTokens.Issuer(builder.Configuration);
            valid.ValidAudience = AccessTokens.Audience;
            valid.ClockSkew = AccessTokens.ClockSkew;
        });
        builder.Services.AddAuthorizationBuilder()
            .SetDefaultPolicy(AccessPolicies.SignedIn(everyCaller).Build())
            .AddPolicy(AccessPolicies.Staff, AccessPolicies.SignedIn(everyCaller).RequireRole(PortalRoles.Staff).Build())
            .AddPolicy(AccessPolicies.Administrator, AccessPolicies.SignedIn(everyCaller).RequireRole(PortalRoles.Administrator).Build());
    }
}
