using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyPortal.ServiceDefaults.Apis;

/// <summary>What an access token of the portal looks like, for the service that issues it and for all that accept it.</summary>
public static class AccessTokens
{
    public const string Audience = "myportal";

    /// <summary>Its <c>typ</c> (RFC 9068), by which it is told from every other token with the same signature.</summary>
    public const string Type = "at+jwt";

    // Services' clocks differ a little; more would keep people in who have left.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Setting <c>Tokens:Issuer</c>, which must be the same for all services.</summary>
    public static string Issuer(IConfiguration configuration) => configuration["Tokens:Issuer"] ?? "https://myportal/";

    /// <summary>Accepts access tokens as bearer tokens, and nothing else. Where the keys to check them come from, each API knows itself.</summary>
    public static void AddAccessTokens(this IHostApplicationBuilder builder) =>
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            var valid = options.TokenValidationParameters;
            valid.NameClaimType = "name";
            valid.RoleClaimType = "role";
            valid.ValidTypes = [Type];
            valid.ValidIssuer = Issuer(builder.Configuration);
            valid.ValidAudience = Audience;
            valid.ClockSkew = ClockSkew;
        });
}
