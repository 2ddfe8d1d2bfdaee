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
        var process = new ServerProcess(server.Name + ServedByProcess.NameSuffix, data.ServerCommand.Command, "/");
        postgres.ApplicationBuilder.CreateResourceBuilder(process).WithArgs(
            [.. data.ServerCommand.Arguments, "-p", $"{process.Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]);

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
}
