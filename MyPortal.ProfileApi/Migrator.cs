using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.DemoData;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi;

internal static class Migrator
{
    public const string Argument = "--migrate";

    /// <summary>
    /// The step before a start: brings the schema up to date, makes a signing key when one is due, registers the web client with its
    /// present secret and, in Development only, fills an empty database with the demo people. May be repeated.
    /// </summary>
    public static async Task MigrateAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<ProfileDbContext>().Database.MigrateAsync(cancellationToken);
        await services.GetRequiredService<SigningKeyStore>().EnsureCurrentKeyAsync(cancellationToken);
        await services.GetRequiredService<WebClient>().RegisterAsync(cancellationToken);
        if (app.Environment.IsDevelopment())
            await services.GetRequiredService<DemoPeople>().SeedIfEmptyAsync(cancellationToken);
    }
}
