using MyPortal.Bench.Load;
using MyPortal.Bench.Machine;

namespace MyPortal.Bench.Report;

/// <summary>
/// Processor time that one request costs each process, in milliseconds. Unlike throughput it hardly changes with whatever else the machine
/// does, and the load generator has no part in it.
/// </summary>
internal static class ProcessorTime
{
    public static async Task<double[]> PerRequestAsync(
        Target target, int connections, TimeSpan duration, IReadOnlyList<ChildProcess> processes, CancellationToken cancellationToken)
    {
        var before = Read();
        var round = await Round.RunAsync(target, connections, duration, cancellationToken);
        return [.. Read().Zip(before, Used)];

        Dictionary<int, TimeSpan>[] Read() => [.. processes.Select(ProcessTree.ProcessorTimes)];

        // PostgreSQL's processes come and go with the pools' connections: one that has gone in the meantime was idle.
        double Used(Dictionary<int, TimeSpan> after, Dictionary<int, TimeSpan> start) =>
            after.Sum(process => (process.Value - start.GetValueOrDefault(process.Key)).TotalMilliseconds) / round.Latencies.Length;
    }
}
