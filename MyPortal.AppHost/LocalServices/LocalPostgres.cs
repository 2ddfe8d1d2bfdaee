using Microsoft.Extensions.DependencyInjection;

namespace MyPortal.AppHost.LocalServices;

internal static class LocalPostgres
{
    /// <summary>
    /// Serves this PostgreSQL by a local process, if <paramref name="local"/> says so; else, and when publishing, it stays a container.
    /// Data lie in a folder per major version, because one version cannot read another's.
    /// </summary>
    public static IResourceBuilder<PostgresServerResource> RunAsLocalProcess(
        this IResourceBuilder<PostgresServerResource> postgres, LocalInfrastructure local)
    {
        if (local.Processes is not { } processes)
            return postgres.WithDataVolume(local.VolumeName(postgres.Resource.Name));

        var server = postgres.Resource;
        var data = new PostgresDataFolder(
            processes.Postgres, processes.Directories.CreateDataFolder($"{server.Name}-{processes.Postgres.MajorVersion}"), processes.User);
        var (command, arguments) = StoppedFast(data.ServerCommand);
        var process = new ServerProcess(server.Name + ServedByProcess.NameSuffix, command, "/");
        postgres.ApplicationBuilder.CreateResourceBuilder(process).WithArgs(
            [.. arguments, "-p", $"{process.Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                // Every replica may open its pools' 120 connections; a few beside the portal's own are more than PostgreSQL's default of 100.
                "-c", "max_connections=400"]);

        return postgres
            .ServedBy(process, "PostgreSQL", async cancellationToken =>
                await data.MakeReadyAsync((await server.PasswordParameter.GetValueAsync(cancellationToken))!, cancellationToken))
            // AddPostgres's own handler came first: by now it has created the databases.
            .OnResourceReady(async (_, ready, _) =>
            {
                var notifications = ready.Services.GetRequiredService<ResourceNotificationService>();
                foreach (var database in postgres.ApplicationBuilder.Resources.OfType<PostgresDatabaseResource>().Where(child => child.Parent == server))
                    await notifications.PublishUpdateAsync(database, current => current with { State = KnownResourceStates.Running });
            });
    }

    /// <summary>
    /// The orchestrator stops a process by SIGTERM, and kills it six seconds later. To PostgreSQL that signal means to wait until all
    /// clients have gone; a shell in between makes SIGINT of it, which ends their sessions and closes the data in good order.
    /// </summary>
    private static (string Command, string[] Arguments) StoppedFast((string Command, string[] Arguments) server) =>
        OperatingSystem.IsWindows()
            ? server
            : ("/bin/sh", ["-c", """trap 'kill -INT $server' TERM INT; "$@" & server=$!; wait $server; wait $server""", "sh", server.Command, .. server.Arguments]);
}
