using Aspire.Hosting.Testing;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Reconciliation;

/// <summary>A replica of TicketApi that compares every two seconds instead of every five minutes, and tells the tests what it measures.</summary>
public sealed class ReconcilingReplica(PortalFixture portal) : IAsyncLifetime
{
    private MetricReceiver? _metrics;
    private ServiceReplica? _replica;

    internal MetricReceiver Metrics => _metrics ?? throw portal.NotStarted;

    public HttpClient CreateClient() => _replica?.CreateClient() ?? throw portal.NotStarted;

    public async ValueTask InitializeAsync()
    {
        if (!portal.HasStarted)
            return;
        _metrics = await MetricReceiver.StartAsync();
        _replica = await ServiceReplica.StartAsync("MyPortal.TicketApi", new Dictionary<string, string>(await TelemetryOfTheOtherAsync())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__ticketdb"] = (await portal.App.GetConnectionStringAsync("ticketdb", TestContext.Current.CancellationToken))!,
            ["services__profileapi__http__0"] = portal.Address("profileapi").ToString(),
            ["CalCom__StandInOrigin"] = portal.Address("calcom").ToString(),
            ["Portal__PublicUrl"] = portal.Address("web").ToString(),
            // What falls due for the portal's own rules may be done here as well.
            ["Automation__AllowLoopbackWebhooks"] = "true",
            ["Reconciliation__Period"] = "00:00:02",
            ["Reconciliation__Delay"] = "00:00:00",
            // Others' deliveries, which are on their way, are not for this replica to find missing.
            ["Reconciliation__Grace"] = "00:00:02",
            ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = $"{_metrics.Url}/v1/metrics",
            ["OTEL_EXPORTER_OTLP_METRICS_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        });
    }

    // What falls due for the portal may be done here as well: its traces must be found where those of the portal are.
    private async Task<Dictionary<string, string>> TelemetryOfTheOtherAsync()
    {
        var other = await portal.App.ResourceNotifications.WaitForResourceHealthyAsync("ticketapi", TestContext.Current.CancellationToken);
        return other.Snapshot.EnvironmentVariables
            .Where(variable => variable.Name.StartsWith("OTEL_", StringComparison.Ordinal) && variable.Value is not null)
            .ToDictionary(variable => variable.Name, variable => variable.Value!);
    }

    public async ValueTask DisposeAsync()
    {
        if (_replica is not null)
            await _replica.DisposeAsync();
        if (_metrics is not null)
            await _metrics.DisposeAsync();
    }
}

/// <summary>One for all tests about comparing: two would take each other's work.</summary>
[CollectionDefinition]
public sealed class ReconcilingReplicaGroup : ICollectionFixture<ReconcilingReplica>;
