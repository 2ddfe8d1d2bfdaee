using Aspire.Hosting.Testing;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Reconciliation;

/// <summary>A replica of TicketApi that compares every two seconds instead of every five minutes, and tells the tests what it measures.</summary>
public sealed class ReconcilingReplica(PortalFixture portal) : IAsyncLifetime
{
    private MetricReceiver? _metrics;
    private ServiceReplica? _replica;

    internal MetricReceiver Metrics => _metrics.ShouldNotBeNull();

    public HttpClient CreateClient() => _replica.ShouldNotBeNull().CreateClient();

    public async ValueTask InitializeAsync()
    {
        _metrics = await MetricReceiver.StartAsync();
        _replica = await ServiceReplica.StartAsync("MyPortal.TicketApi", new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__ticketdb"] = (await portal.App.GetConnectionStringAsync("ticketdb", TestContext.Current.CancellationToken))!,
            ["services__profileapi__http__0"] = portal.Address("profileapi").ToString(),
            ["CalCom__StandInOrigin"] = portal.Address("calcom").ToString(),
            ["Portal__PublicUrl"] = portal.Address("web").ToString(),
            ["Reconciliation__Period"] = "00:00:02",
            ["Reconciliation__Delay"] = "00:00:00",
            // Others' deliveries, which are on their way, are not for this replica to find missing.
            ["Reconciliation__Grace"] = "00:00:02",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _metrics.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        });
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
