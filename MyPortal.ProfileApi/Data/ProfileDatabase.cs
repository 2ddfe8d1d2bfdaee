using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.DemoData;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults;

namespace MyPortal.ProfileApi.Data;

internal static class ProfileDatabase
{
    public static void AddProfileDatabase(this WebApplicationBuilder builder)
    {
        // Commands are not retried by themselves: after a lost connection nobody knows whether a write took place, and whoever waits has less
        // patience than the retries. The caller gets a 503 and decides.
        builder.AddNpgsqlDbContext<ProfileDbContext>("profiledb", settings => settings.DisableRetry = true, Configure);
        if (!OpenApiBuild.IsRunning)
            builder.Services.AddDataProtection().SetApplicationName("MyPortal.ProfileApi").PersistKeysToDbContext<ProfileDbContext>();
    }

    public static void Configure(DbContextOptionsBuilder options) =>
        options.UseSnakeCaseNamingConvention();

    /// <summary>
    /// The step before a start (<c>--migrate</c>): brings the schema up to date, makes a signing key when one is due, registers the
    /// web client with its present secret and, in Development only, fills an empty database with the demo people. May be repeated.
    /// </summary>
    public static async Task MigrateAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProfileDbContext>().Database.MigrateAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SigningKeyStore>().EnsureCurrentKeyAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<WebClient>().RegisterAsync(cancellationToken);
        if (app.Environment.IsDevelopment())
            await scope.ServiceProvider.GetRequiredService<DemoPeople>().SeedIfEmptyAsync(cancellationToken);
    }
}
