namespace MyPortal.AppHost.LocalServices;

internal static class LocalRedis
{
    /// <summary>
    /// Serves this Redis by a local Garnet process, if <paramref name="local"/> says so; else, and when publishing, it stays a container.
    /// Either way what was written a second ago survives a restart.
    /// </summary>
    public static IResourceBuilder<RedisResource> RunAsLocalProcess(this IResourceBuilder<RedisResource> redis, LocalInfrastructure local)
    {
        if (local.Processes is not { } processes)
            return redis.WithDataVolume(local.VolumeName(redis.Resource.Name)).WithPersistence(TimeSpan.FromSeconds(10), 1);

        var server = redis.Resource;
        var data = processes.Directories.CreateDataFolder(server.Name);
        var mark = new ProcessMark(data + ".pid");
        var process = new ServerProcess(server.Name + ServedByProcess.NameSuffix, "dotnet", data);
        redis.ApplicationBuilder.CreateResourceBuilder(process).WithArgs(
            processes.Garnet, "--bind", "127.0.0.1", "--port", $"{process.Port}",
            "--auth", "Password", "--password", server.PasswordParameter!,
            // Small numbers: this is one developer's cache. A commit a second is what `appendfsync everysec` is to Redis.
            "--memory", "64m", "--page", "1m", "--index", "4m", "--aof", "--aof-memory", "16m", "--aof-page-size", "4m", "--aof-commit-freq", "1000",
            // The native device would need libaio, which few machines have.
            "--device-type", "RandomAccess",
            "--checkpointdir", data, "--recover", "--logger-level", "Warning")
            // Server GC would claim a heap for each core.
            .WithEnvironment("DOTNET_gcServer", "0");

#pragma warning disable ASPIRECERTIFICATES001 // In evaluation; a process on the loopback interface wants no certificate.
        redis.WithoutHttpsCertificate();
#pragma warning restore ASPIRECERTIFICATES001
        return redis.ServedBy(process, "Garnet", mark.StopLeftoverAsync, started: mark.Set);
    }
}
