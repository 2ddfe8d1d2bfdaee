using System.Diagnostics;
using System.Globalization;

namespace MyPortal.Bench.Machine;

/// <summary>A server's processes: PostgreSQL has one for each connection.</summary>
internal static class ProcessTree
{
    /// <summary>The process and, on Linux, its children.</summary>
    public static IEnumerable<int> Ids(ChildProcess parent)
    {
        if (!OperatingSystem.IsLinux())
            return [parent.Id];
        return Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id == parent.Id || (id > 0 && ParentOf(id) == parent.Id));
    }

    /// <summary>Processor time that they have used up to now, those included that have ended (on Linux).</summary>
    public static TimeSpan ProcessorTime(ChildProcess parent) => Ids(parent).Aggregate(OfEndedChildren(parent), (sum, id) =>
    {
        using var process = Process.GetProcessById(id);
        return sum + process.TotalProcessorTime;
    });

    // Connections come and go with their pools. Ticks are hundredths of a second wherever Linux runs .NET.
    private static TimeSpan OfEndedChildren(ChildProcess parent) => OperatingSystem.IsLinux()
        ? TimeSpan.FromMilliseconds(10 * (Field(parent.Id, 13) + Field(parent.Id, 14)))
        : TimeSpan.Zero;

    private static int ParentOf(int id)
    {
        try
        {
            return (int)Field(id, 1);
        }
        catch (IOException)
        {
            return 0; // gone in the meantime
        }
    }

    // "pid (name) state parent …", counted from behind the name, which may hold spaces and brackets.
    private static long Field(int id, int index) =>
        long.Parse(File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[index], CultureInfo.InvariantCulture);
}
