namespace MyPortal.AppHost.LocalServices;

/// <summary>What serves PostgreSQL and Redis in this run: containers, or, where no container engine answers, local processes.</summary>
internal sealed class LocalInfrastructure
{
    /// <summary>Null when containers serve.</summary>
    public LocalProcesses? Processes { get; private init; }

    private LocalDirectories? Directories { get; init; }

    /// <summary>
    /// Asks the machine and restores what is missing. Never fails: a machine that has nothing is told so when the application starts.
    /// When publishing, nothing is asked.
    /// </summary>
    public static async Task<LocalInfrastructure> PrepareAsync(IDistributedApplicationBuilder builder, CancellationToken cancellationToken = default)
    {
        if (builder.ExecutionContext.IsPublishMode)
            return new();
        try
        {
            var settings = LocalServicesSettings.Read(builder.Configuration);
            var user = await UnprivilegedUser.IfRootAsync(cancellationToken);
            var repository = Path.GetFullPath("..", builder.AppHostDirectory);
            var directories = await LocalDirectories.ChooseAsync(repository, settings.DataDirectory, user, cancellationToken);
            switch (await LocalPlan.MakeAsync(settings.Mode, new Machine(settings, directories), cancellationToken))
            {
                case LocalPlan.Impossible impossible:
                    throw new LocalServicesException(impossible.Reason);
                case LocalPlan.Processes plan:
                    var processes = new LocalProcesses(
                        directories,
                        user,
                        plan.Postgres ?? await NpmPostgres.RestoreAsync(directories.Tools, cancellationToken),
                        await DotnetTool.Garnet.EnsureRestoredAsync(cancellationToken));
                    builder.Eventing.Subscribe<BeforeStartEvent>((start, _) => DataLock.TakeAsync(directories.Data, start.Services));
                    return new() { Processes = processes, Directories = directories };
                default:
                    builder.Eventing.Subscribe<BeforeStartEvent>((start, token) => ContainerImages.EnsureAsync(start.Model, token));
                    return new() { Directories = directories };
            }
        }
        catch (LocalServicesException refusal)
        {
            builder.Eventing.Subscribe<BeforeStartEvent>((_, _) => throw refusal);
            return new();
        }
    }

    /// <summary>A folder for what a process keeps that runs here in either case; in the system's own for temporary files when the machine has nothing.</summary>
    public string DataFolder(string name) => Directories?.CreateDataFolder(name) ?? Path.GetTempPath();

    /// <summary>The container volume for a server's data: one per data folder, so that two clones do not share one.</summary>
    public string? VolumeName(string server) => Directories is null ? null : $"myportal-{server}-{Directories.DataFingerprint}";
}

/// <summary>All that local processes need, found or restored.</summary>
internal sealed record LocalProcesses(LocalDirectories Directories, UnprivilegedUser? User, PostgresBinaries Postgres, string Garnet);
