using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MyPortal.ProfileApi.Data;
using MyPortal.ServiceDefaults;
using MyPortal.ServiceDefaults.Apis;
using OpenIddict.Server;

namespace MyPortal.ProfileApi.Identity;

/// <summary>People, their roles and passwords, their sessions, and the tokens by which all services know them.</summary>
internal static class IdentityModule
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        AddPeople(builder.Services);
        AddAccess(builder);
        AddSigningKeys(builder.Services);
        AddTokenServer(builder);

        if (!OpenApiBuild.IsRunning)
            builder.Services.AddHostedService<SigningKeyLoader>().AddHostedService<ExpiredSessionPruner>();
    }

    public static void MapIdentity(this IEndpointRouteBuilder routes) => TokenEndpoint.Map(routes);

    private static void AddPeople(IServiceCollection services)
    {
        services.AddIdentityCore<User>(PasswordPolicy.Apply).AddRoles<Role>().AddEntityFrameworkStores<ProfileDbContext>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000); // OWASP, for PBKDF2-HMAC-SHA512
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SessionEnder>();
    }

    private static void AddSigningKeys(IServiceCollection services)
    {
        services.AddScoped<SigningKeyStore>();
        services.AddSingleton<SigningKeyRing>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<SigningKeyRing>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<SigningKeyRing>());
    }

    private static void AddTokenServer(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<WebClient>();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<ProfileDbContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(server => TokenServer.Configure(server, AccessTokens.Issuer(builder.Configuration)));
    }

    // The same access tokens that the other services accept, checked with this replica's keys.
    private static void AddAccess(WebApplicationBuilder builder)
    {
        builder.AddAccessTokens();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<SigningKeyRing>((options, ring) =>
                options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, keyId, _) => ring.Find(keyId));
    }
}
