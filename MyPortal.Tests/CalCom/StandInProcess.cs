using MyPortal.Tests.CalCom;
using MyPortal.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(StandInProcess))]

namespace MyPortal.Tests.CalCom;

/// <summary>One stand-in for all tests of it, which tell each other apart by their hosts. Started by the first test that wants it.</summary>
public sealed class StandInProcess : IAsyncLifetime
{
    public const string Project = "MyPortal.CalComStandIn";

    private readonly Lazy<Task<ServiceReplica>> _replica = new(() => ServiceReplica.StartAsync(Project, new Dictionary<string, string>()));

    internal Task<ServiceReplica> ReplicaAsync() => _replica.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_replica is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _replica.Value).DisposeAsync();
    }
}
