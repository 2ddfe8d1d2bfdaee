namespace MyPortal.Bench.Machine;

/// <summary>Where the benchmark keeps things: all of it git-ignored, all of it may be deleted.</summary>
internal sealed record Workspace(string Repository)
{
    public string Data => Create(Path.Combine(Repository, ".data", "bench"));

    public string Logs => Create(Path.Combine(Data, "logs"));

    public string Results => Create(Path.Combine(Repository, "bench", "results"));

    public string PublishedAt(string project) => Path.Combine(Data, "publish", project);

    /// <summary>The repository that this program's source lies in, wherever it was started.</summary>
    public static Workspace Find() =>
        new(Path.GetFullPath("..", (string)AppContext.GetData("EntryPointFileDirectoryPath")!));

    private static string Create(string folder) => Directory.CreateDirectory(folder).FullName;
}
