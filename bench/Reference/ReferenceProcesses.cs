using MyPortal.Bench.Machine;
using MyPortal.Bench.Portal;

namespace MyPortal.Bench.Reference;

/// <summary>The three reference servers as processes of their own, on the portal's large databases and its Redis.</summary>
internal sealed class ReferenceProcesses(List<ChildProcess> processes, int port) : IAsyncDisposable
{
    public int Port => port;

    public IReadOnlyList<ChildProcess> Processes => processes;

    public static async Task<ReferenceProcesses> StartAsync(
        Workspace workspace, PostgresServer postgres, GarnetServer garnet, string pages, CancellationToken cancellationToken)
    {
        List<ChildProcess> processes = [];
        var tickets = await StartAsync("tickets", postgres.ConnectionString(PortalProcesses.Large));
        var profiles = await StartAsync("profiles", postgres.ConnectionString(PortalProcesses.Profiles), garnet.Address);
        return new(processes, await StartAsync("web", Url(tickets), Url(profiles), pages));

        async Task<int> StartAsync(string name, params string[] arguments)
        {
            var port = ChildProcess.FreePort();
            processes.Add(ChildProcess.Start("reference-" + name, workspace.Logs, workspace.Data, new Dictionary<string, string>(),
                [Environment.ProcessPath!, ReferenceServer.Argument, name, Url(port), .. arguments]));
            await Health.WaitAsync(port, processes, cancellationToken);
            return port;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(processes))
            await process.DisposeAsync();
    }

    private static string Url(int port) => $"http://127.0.0.1:{port}";
}
