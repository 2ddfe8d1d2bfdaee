using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MyPortal.ServiceDefaults;
using Wolverine.Persistence.Durability;

namespace MyPortal.TicketApi.Data;

/// <summary>
/// The step before a start (<c>--migrate</c>): brings the schema up to date. Several may run at once; they take turns. A database of another
/// version is left as it is, and the person at the console is told what to do.
/// </summary>
internal static class Migrator
{
    public const string Argument = "--migrate";

    // Any number will do, as long as nothing else in ticketdb uses it.
    private const long Lock = 4_071_001;

    private static readonly ActivitySource Source = new("MyPortal.TicketApi");

    /// <param name="afterwards">What is to be done with the database that is up to date, while nobody else changes its schema.</param>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> MigrateAsync(this WebApplication app, Func<IServiceProvider, Task> afterwards)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        using var activity = Source.StartActivity("migrate ticketdb");
        var db = services.GetRequiredService<TicketDbContext>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));

        // The lock lives as long as this connection, also if the process is killed.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({Lock})");
        try
        {
            // On an empty database, the next line would first log a failure to read the table.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync();
            if (DatabaseHistory.FindProblem("ticketdb", await db.Database.GetAppliedMigrationsAsync(), db.Database.GetMigrations()) is { } problem)
            {
                await Console.Error.WriteLineAsync(problem);
                return 1;
            }

            await db.Database.MigrateAsync();
            await services.GetRequiredService<IMessageStore>().Admin.MigrateAsync();

            // Makes the first key here, once, instead of in every replica that starts.
            services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(Migrator)).Protect([]);

            await afterwards(services);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Lock})");
        }
        return 0;
    }
}
