using System.Collections.Concurrent;

namespace MyPortal.CalComStandIn.Api;

/// <summary>What a key has left of the present minute, and the seconds until the next.</summary>
internal sealed record Allowance(int Limit, int Remaining, int ResetSeconds, bool IsExceeded);

/// <summary>Counts each key's requests of a minute, which begins with the first.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Window> _windows = new();

    public Allowance Take(string user, int limit)
    {
        var now = time.GetUtcNow();
        var window = _windows.AddOrUpdate(
            user,
            _ => new Window(now, 1),
            (_, old) => now - old.Start >= Length ? new Window(now, 1) : old with { Requests = old.Requests + 1 });
        var reset = (int)Math.Ceiling((window.Start + Length - now).TotalSeconds);
        return new Allowance(limit, Math.Max(0, limit - window.Requests), reset, window.Requests > limit);
    }

    private sealed record Window(DateTimeOffset Start, int Requests);
}
