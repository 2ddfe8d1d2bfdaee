using MyPortal.Bench.Machine;
using MyPortal.Bench.Portal;

namespace MyPortal.Bench.Tickets;

internal static class Databases
{
    public const int Large = 1_000_000;
    public const int Small = 1_000;

    /// <summary>Schema and demo people by the services' own migration steps, then the tickets.</summary>
    public static async Task PrepareAsync(Workspace workspace, PostgresServer postgres, CancellationToken cancellationToken)
    {
        await MigrateAsync("MyPortal.ProfileApi", "profiledb", PortalProcesses.Profiles);
        await TechnicianFill.EnsureAsync(postgres, PortalProcesses.Profiles, cancellationToken);
        foreach (var (database, count) in new[] { (PortalProcesses.Small, Small), (PortalProcesses.Large, Large) })
        {
            await MigrateAsync("MyPortal.TicketApi", "ticketdb", database);
            await TicketFill.EnsureAsync(postgres, database, count, cancellationToken);
        }

        async Task MigrateAsync(string project, string connection, string database)
        {
            await postgres.EnsureDatabaseAsync(database, cancellationToken);
            await PortalBuild.MigrateAsync(workspace, project, connection, postgres.ConnectionString(database), cancellationToken);
        }
    }
}
