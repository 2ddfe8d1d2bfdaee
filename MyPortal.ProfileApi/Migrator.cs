using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.DemoData;
using MyPortal.ProfileApi.Identity;
using MyPortal.ServiceDefaults;

namespace MyPortal.ProfileApi;

internal static class Migrator
{
    public const string Argument = "--migrate";

    /// <summary>
    /// The step before a start: brings the schema up to date, makes a signing key when one is due, registers the web client with its
    /// present secret and, in Development only, fills an empty database with the demo people. May be repeated. A database of another version
    /// is left as it is, and the person at the console is told what to do.
    /// </summary>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> MigrateAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var database = services.GetRequiredService<ProfileDbContext>().Database;
        var applied = await database.GetAppliedMigrationsAsync(cancellationToken);
        if (DatabaseHistory.FindProblem("profiledb", applied, database.GetMigrations()) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return 1;
        }

        await database.MigrateAsync(cancellationToken);
        await services.GetRequiredService<SigningKeyStore>().EnsureCurrentKeyAsync(cancellationToken);
        await services.GetRequiredService<WebClient>().RegisterAsync(cancellationToken);
        if (app.Environment.IsDevelopment())
            await services.GetRequiredService<DemoPeople>().SeedIfEmptyAsync(cancellationToken);
        return 0;
    }
}
