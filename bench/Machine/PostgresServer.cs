using System.Diagnostics;
using Npgsql;

namespace MyPortal.Bench.Machine;

/// <summary>
/// A PostgreSQL of our own on the loopback interface, found by <c>PG_BIN</c> or <c>pg_config</c>. Its data stay between runs, because filling
/// takes longer than measuring. <c>fsync</c> is off: the pages measured only read.
/// </summary>
internal sealed class PostgresServer(ChildProcess process, int port) : IAsyncDisposable
{
    public ChildProcess Process => process;

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username=postgres;Database={database}";

    public static async Task<PostgresServer> StartAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var binaries = Environment.GetEnvironmentVariable("PG_BIN") ?? await BinariesAsync(cancellationToken);
        var data = Path.Combine(workspace.Data, "postgres");
        // PostgreSQL refuses to run as root.
        string[] asUser = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        var none = new Dictionary<string, string>();
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            Directory.CreateDirectory(data);
            if (asUser.Length > 0)
                await ChildProcess.RunAsync("chown", workspace.Logs, "/", none, cancellationToken, "chown", "postgres", data);
            await ChildProcess.RunAsync("initdb", workspace.Logs, "/", none, cancellationToken,
                [.. asUser, Path.Combine(binaries, "initdb"), "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
        }

        var port = ChildProcess.FreePort();
        var process = ChildProcess.Start("postgres", workspace.Logs, "/", none,
            [.. asUser, Path.Combine(binaries, "postgres"), "-D", data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "shared_preload_libraries=pg_stat_statements", "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB", "-c", "fsync=off"]);
        var server = new PostgresServer(process, port);
        await server.WaitAsync(cancellationToken);
        await server.ExecuteAsync("postgres", "create extension if not exists pg_stat_statements", cancellationToken);
        return server;
    }

    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        if (await ScalarAsync<long>("postgres", $"select count(*) from pg_database where datname = '{name}'", cancellationToken) == 0)
            await ExecuteAsync("postgres", $"create database {name}", cancellationToken);
    }

    public async Task ExecuteAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(database) + ";Pooling=false;Command Timeout=1800");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<T> ScalarAsync<T>(string database, string sql, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100, cancellationToken))
        {
            process.ThrowIfExited();
            try
            {
                await ExecuteAsync("postgres", "select 1", cancellationToken);
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromMinutes(1))
            {
            }
        }
    }

    private static async Task<string> BinariesAsync(CancellationToken cancellationToken)
    {
        using var ask = System.Diagnostics.Process.Start(new ProcessStartInfo("pg_config", ["--bindir"]) { RedirectStandardOutput = true })!;
        return (await ask.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
    }
}
