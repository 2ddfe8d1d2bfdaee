using Aspire.Hosting.Testing;
using MyPortal.Tests.Fixtures;
using Npgsql;

namespace MyPortal.Tests.Migrations;

/// <summary>A data folder from before: its databases have migrations that this version does not know.</summary>
public sealed class DatabaseOfAnotherVersionTests(PortalFixture portal)
{
    [Theory]
    [InlineData("MyPortal.ProfileApi", "profiledb")]
    [InlineData("MyPortal.TicketApi", "ticketdb")]
    public async Task It_is_left_as_it_is_and_one_sentence_names_the_reset(string project, string database)
    {
        await using var connection = await NewDatabaseAsync(database);
        await ExecuteAsync(connection,
            """
            create table "__EFMigrationsHistory" (migration_id varchar(150) primary key, product_version varchar(32) not null);
            insert into "__EFMigrationsHistory" values ('20200101000000_FromBefore', '9.0.0');
            """);

        var (exitCode, output) = await ServiceReplica.TryRunAsync(
            project, new Dictionary<string, string> { [$"ConnectionStrings__{database}"] = connection.ConnectionString }, "--migrate");

        exitCode.ShouldBe(1, output);
        output.ShouldStartWith($"{database} was made by another version of MyPortal");
        output.ShouldContain("20200101000000_FromBefore");
        output.ShouldContain("delete its data folder .data");
        output.ShouldNotContain('\n');
        (await TextAsync(connection,
            "select string_agg(schemaname || '.' || tablename, ',') from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"))
            .ShouldBe("public.__EFMigrationsHistory");
        (await TextAsync(connection, """select string_agg(migration_id, ',') from "__EFMigrationsHistory" """)).ShouldBe("20200101000000_FromBefore");
    }

    private async Task<NpgsqlConnection> NewDatabaseAsync(string like)
    {
        var settings = new NpgsqlConnectionStringBuilder(await portal.App.GetConnectionStringAsync(like, TestContext.Current.CancellationToken));
        await using (var connection = new NpgsqlConnection(settings.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            settings.Database = $"before_{Guid.NewGuid():n}";
            await ExecuteAsync(connection, $"create database {settings.Database}");
        }
        // Otherwise the password is left out of the connection's own connection string.
        settings.PersistSecurityInfo = true;
        var created = new NpgsqlConnection(settings.ConnectionString);
        await created.OpenAsync(TestContext.Current.CancellationToken);
        return created;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> TextAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<string>();
    }
}
