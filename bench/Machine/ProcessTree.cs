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

    /// <summary>Processor time that each of the processes has used up to now.</summary>
    public static Dictionary<int, TimeSpan> ProcessorTimes(ChildProcess parent) => Ids(parent).ToDictionary(id => id, id =>
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    });

    private static int ParentOf(int id)
    {
        try
        {
            // "pid (name) state parent …"; names may hold spaces and brackets.
            return int.Parse(File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ')[2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // gone in the meantime
        }
    }
}
