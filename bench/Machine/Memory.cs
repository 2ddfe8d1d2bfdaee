using System.Diagnostics;
using System.Globalization;

namespace MyPortal.Bench.Machine;

internal static class Memory
{
    /// <summary>Resident memory in megabytes (10⁶ bytes).</summary>
    public static double Resident(ChildProcess child)
    {
        using var process = Process.GetProcessById(child.Id);
        return process.WorkingSet64 / 1e6;
    }

    /// <summary>
    /// A server of many processes, which share memory: each one's proportional share, added up. Null where the system does not tell (Linux does).
    /// </summary>
    public static double? WithChildren(ChildProcess parent) =>
        OperatingSystem.IsLinux() ? ProcessTree.Ids(parent).Sum(ProportionalShare) * 1024 / 1e6 : null;

    private static long ProportionalShare(int id) => File.ReadLines($"/proc/{id}/smaps_rollup")
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
}
