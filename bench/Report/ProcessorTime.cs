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
        return [.. Read().Zip(before, (end, start) => (end - start).TotalMilliseconds / round.Latencies.Length)];

        TimeSpan[] Read() => [.. processes.Select(ProcessTree.ProcessorTime)];
    }
}
