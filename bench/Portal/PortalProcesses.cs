using MyPortal.Bench.Machine;

namespace MyPortal.Bench.Portal;

/// <summary>
/// The portal's services as they are deployed: published in Release, environment Production, telemetry exported. Two TicketApi/Web pairs
/// run side by side, one on each ticket database, so that small and large can be compared within the same seconds.
/// </summary>
internal sealed class PortalProcesses(List<ChildProcess> processes, int largePort, int smallPort) : IAsyncDisposable
{
    public const string Large = "ticketdb_large";
    public const string Small = "ticketdb_small";
    public const string Profiles = "profiledb";

    public static readonly string[] Measured = ["web", "ticketapi", "profileapi"];

    public int LargePort => largePort;

    public int SmallPort => smallPort;

    public IEnumerable<ChildProcess> MeasuredProcesses => Measured.Select(name => processes.Single(process => process.Name == name));

    public static async Task<PortalProcesses> StartAsync(
        Workspace workspace, PostgresServer postgres, GarnetServer garnet, string telemetry, CancellationToken cancellationToken)
    {
        List<ChildProcess> processes = [];
        var profileApi = Start("MyPortal.ProfileApi", "profileapi", ("ConnectionStrings__profiledb", postgres.ConnectionString(Profiles)), ("ConnectionStrings__cache", garnet.Address));
        await Health.WaitAsync(profileApi, processes, cancellationToken);
        // One after the other: the second Web then finds the keys that the first one made for cookies, instead of making its own.
        return new(processes, await PairAsync("", Large), await PairAsync("-small", Small));

        async Task<int> PairAsync(string suffix, string database)
        {
            var ticketApi = Start("MyPortal.TicketApi", "ticketapi" + suffix,
                ("ConnectionStrings__ticketdb", postgres.ConnectionString(database)), ("services__profileapi__http__0", Url(profileApi)));
            var web = Start("MyPortal.Web", "web" + suffix, ("ConnectionStrings__cache", garnet.Address),
                ("services__profileapi__http__0", Url(profileApi)), ("services__ticketapi__http__0", Url(ticketApi)));
            await Health.WaitAsync(web, processes, cancellationToken);
            return web;
        }

        int Start(string project, string name, params (string Key, string Value)[] settings)
        {
            var port = ChildProcess.FreePort();
            var environment = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
            environment["ASPNETCORE_URLS"] = Url(port);
            environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            environment["WebClient__Secret"] = PortalBuild.Secret;
            environment["OTEL_SERVICE_NAME"] = name;
            environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"{telemetry}/{name}";
            environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
            environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
            var folder = workspace.PublishedAt(project);
            processes.Add(ChildProcess.Start(name, workspace.Logs, folder, environment, "dotnet", Path.Combine(folder, project + ".dll")));
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
