using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.DemoData;
using MyPortal.ProfileApi.Profile;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.Identity;

/// <summary>Who may call: the same access tokens that the other services accept, checked with this replica's keys.</summary>
internal static class Access
{
    /// <summary>Technicians and administrators.</summary>
    public const string Staff = "staff";

    public static void AddPeopleAndAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<User>(PasswordPolicy.Apply).AddRoles<Role>().AddEntityFrameworkStores<ProfileDbContext>();
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000); // OWASP, for PBKDF2-HMAC-SHA512
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<PasswordSignIn>();
        builder.Services.AddScoped<PasswordChange>();
        builder.Services.AddScoped<DemoPeople>();

        builder.AddAccessTokens();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<SigningKeyRing>((options, ring) =>
                options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, keyId, _) => ring.Find(keyId));

        builder.Services.AddAuthorizationBuilder().AddPolicy(Staff, policy => policy.RequireRole(PortalRoles.Staff));
    }

    /// <summary>The caller's id. Every accepted token has one.</summary>
    public static Guid Id(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue("sub")!);
}
