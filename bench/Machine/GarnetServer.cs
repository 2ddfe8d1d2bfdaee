using StackExchange.Redis;

namespace MyPortal.Bench.Machine;

/// <summary>A Garnet of our own, empty at each start: the same server that the AppHost uses where there are no containers.</summary>
internal sealed class GarnetServer(ChildProcess process, string address, IConnectionMultiplexer redis) : IAsyncDisposable
{
    private const string Version = "2.2.8";

    public ChildProcess Process => process;

    public string Address => address;

    public IDatabase Redis => redis.GetDatabase();

    public static async Task<GarnetServer> StartAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var assembly = Path.Combine(packages, "garnet-server", Version, "tools", "net10.0", "any", "GarnetServer.dll");
        var none = new Dictionary<string, string>();
        if (!File.Exists(assembly))
        {
            await ChildProcess.RunAsync("garnet-restore", workspace.Logs, workspace.Data, none, cancellationToken,
                "dotnet", "tool", "exec", $"garnet-server@{Version}", "--yes", "--", "--version");
        }

        var address = $"127.0.0.1:{ChildProcess.FreePort()}";
        var process = ChildProcess.Start("garnet", workspace.Logs, workspace.Data, new Dictionary<string, string> { ["DOTNET_gcServer"] = "0" },
            "dotnet", assembly, "--bind", "127.0.0.1", "--port", address.Split(':')[1], "--memory", "64m", "--page", "1m", "--index", "4m",
            "--logger-level", "Warning");
        var redis = await ConnectionMultiplexer.ConnectAsync(address, options => (options.AbortOnConnectFail, options.ConnectRetry) = (false, 20));
        for (var attempt = 0; attempt < 100 && !redis.IsConnected; attempt++)
            await Task.Delay(100, cancellationToken);
        return new(process, address, redis);
    }

    public async ValueTask DisposeAsync()
    {
        await redis.DisposeAsync();
        await process.DisposeAsync();
    }
}
