using System.Diagnostics;

namespace MyPortal.Bench.Load;

/// <summary>What a few seconds of closed-loop load gave: each connection sends its next request when it has read the answer to the last.</summary>
/// <param name="Connections">How many asked at once.</param>
/// <param name="Latencies">In milliseconds, ascending.</param>
internal sealed record Round(int Connections, double[] Latencies)
{
    // A bound in count as well as in time.
    private const int MostRequestsPerConnection = 100_000;

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    /// <summary>Requests a second, by the time that answers took; in a closed loop that is the same as counting, without what came between.</summary>
    public double Throughput => Connections * 1000 / Latencies.Average();

    public static async Task<Round> RunAsync(Target target, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections)
            .Select(index => Task.Run(() => ConnectionAsync(target, index, until, MostRequestsPerConnection, cancellationToken), cancellationToken)));
        return new(connections, [.. all.SelectMany(latencies => latencies).Order()]);
    }

    /// <summary>An exact number of requests on one connection, for what is counted per request.</summary>
    public static Task CountAsync(Target target, int count, CancellationToken cancellationToken) =>
        ConnectionAsync(target, 0, long.MaxValue, count, cancellationToken);

    public static Round Together(IReadOnlyCollection<Round> rounds) =>
        new(rounds.First().Connections, [.. rounds.SelectMany(round => round.Latencies).Order()]);

    private double At(double share) => Latencies[(int)(share * (Latencies.Length - 1))];

    private static async Task<List<double>> ConnectionAsync(Target target, int index, long until, int most, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(target.Port);
        var request = target.Request(index);
        var latencies = new List<double>();
        while (latencies.Count < most && Stopwatch.GetTimestamp() < until)
        {
            if (target.Before is { } before)
                await before(index);
            var started = Stopwatch.GetTimestamp();
            await connection.SendAsync(request, cancellationToken);
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return latencies;
    }
}
