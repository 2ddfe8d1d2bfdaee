using Aspire.Hosting.Testing;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using Npgsql;

namespace MyPortal.Tests.Fixtures;

/// <summary>The portal's own ticketdb, for what no page or API shows or makes; and empty ones beside it.</summary>
internal static class TicketDatabase
{
    public static async Task<TicketDbContext> TicketDbAsync(this PortalFixture portal, Action<DbContextOptionsBuilder>? configure = null)
    {
        var connection = await portal.App.GetConnectionStringAsync("ticketdb", TestContext.Current.CancellationToken);
        var options = new DbContextOptionsBuilder<TicketDbContext>();
        options.UseNpgsql(connection).UseSnakeCaseNamingConvention();
        configure?.Invoke(options);
        return new TicketDbContext(options.Options);
    }

    /// <summary>An empty database on the same server, for a replica whose work the portal's own TicketApi must not do, or the other way round.</summary>
    public static async Task<NpgsqlConnectionStringBuilder> NewTicketDatabaseAsync(this PortalFixture portal)
    {
        var stop = TestContext.Current.CancellationToken;
        var settings = new NpgsqlConnectionStringBuilder(await portal.App.GetConnectionStringAsync("ticketdb", stop));
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(stop);
        settings.Database = $"tickets_{Guid.NewGuid():n}";
        await using var create = new NpgsqlCommand($"create database {settings.Database}", connection);
        await create.ExecuteNonQueryAsync(stop);
        // Many replicas share one small server.
        settings.MaxPoolSize = 10;
        return settings;
    }
}
