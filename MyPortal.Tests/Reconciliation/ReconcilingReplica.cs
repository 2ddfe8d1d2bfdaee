using Aspire.Hosting.Testing;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Reconciliation;

/// <summary>A replica of TicketApi that compares every two seconds instead of every five minutes.</summary>
public sealed class ReconcilingReplica(PortalFixture portal) : IAsyncLifetime
{
    private ServiceReplica? _replica;

    public async ValueTask InitializeAsync() => _replica = await ServiceReplica.StartAsync("MyPortal.TicketApi", new Dictionary<string, string>
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
    });

    public async ValueTask DisposeAsync()
    {
        if (_replica is not null)
            await _replica.DisposeAsync();
    }
}
