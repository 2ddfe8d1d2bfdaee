using System.Collections.Concurrent;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>The switches of every host.</summary>
internal sealed class Switchboard
{
    private readonly ConcurrentDictionary<string, Switches> _switches = new();

    public Switches For(string user) => _switches.GetValueOrDefault(user, Switches.Default);

    public void Set(string user, Switches switches) => _switches[user] = switches;
}
