using MyPortal.Bench.Machine;

namespace MyPortal.Bench.Portal;

internal static class PortalBuild
{
    public const string Secret = "only-for-the-benchmark";

    private static readonly string[] Projects = ["MyPortal.ProfileApi", "MyPortal.TicketApi", "MyPortal.Web"];

    public static async Task PublishAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        foreach (var project in Projects)
        {
            Console.WriteLine($"Publishing {project}");
            await ChildProcess.RunAsync("publish-" + project, workspace.Logs, workspace.Repository, new Dictionary<string, string>(), cancellationToken,
                "dotnet", "publish", project, "-c", "Release", "-o", workspace.PublishedAt(project));
        }
    }

    /// <summary>
    /// Runs a service's own migration step, in Development because only there it makes demo people; what is published has none of them, so the
    /// build's output runs it.
    /// </summary>
    public static Task MigrateAsync(Workspace workspace, string project, string connection, string connectionString, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(workspace.Repository, project, "bin", "Release", "net10.0");
        return ChildProcess.RunAsync("migrate-" + project, workspace.Logs, folder, new Dictionary<string, string>
        {
            ["ConnectionStrings__" + connection] = connectionString,
            ["ConnectionStrings__cache"] = "127.0.0.1:1",
            ["WebClient__Secret"] = Secret,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["services__profileapi__http__0"] = "http://127.0.0.1:1",
        }, cancellationToken, "dotnet", Path.Combine(folder, project + ".dll"), "--migrate");
    }
}
