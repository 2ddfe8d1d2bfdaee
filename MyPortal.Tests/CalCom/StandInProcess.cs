using MyPortal.Tests.CalCom;
using MyPortal.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(StandInProcess))]

namespace MyPortal.Tests.CalCom;

/// <summary>One stand-in for all tests of it, which tell each other apart by their hosts. Started by the first test that wants it.</summary>
public sealed class StandInProcess : IAsyncLifetime
{
    private readonly Lazy<Task<ServiceReplica>> _replica = new(() => StartAsync());

    /// <summary>One of a test's own, as the AppHost starts it, but for these settings.</summary>
    internal static Task<ServiceReplica> StartAsync(params (string Name, string Value)[] settings) => ServiceReplica.StartAsync(
        "MyPortal.CalComStandIn",
        new Dictionary<string, string>(settings.ToDictionary(setting => setting.Name, setting => setting.Value)) { ["ASPNETCORE_ENVIRONMENT"] = "Development" });

    internal Task<ServiceReplica> ReplicaAsync() => _replica.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_replica is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _replica.Value).DisposeAsync();
    }
}
