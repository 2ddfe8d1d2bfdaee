using System.Diagnostics;
using System.Globalization;

namespace MyPortal.AppHost.LocalServices;

/// <summary>
/// A file that names a server's process. When AppHost and orchestrator were both killed, the server is left over, and the next AppHost on
/// the same data stops it. PostgreSQL keeps such a file itself.
/// </summary>
internal sealed class ProcessMark(string file)
{
    // Process ids are given out again. The moment of its start tells a process from others, give or take how it is reckoned.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    public void Set(int processId)
    {
        if (Find(processId) is not { } process)
            return;
        File.WriteAllText(file, $"{processId} {process.StartTime.ToUniversalTime():O}");
        process.Dispose();
    }

    /// <summary>The process that was marked, if it still runs.</summary>
    public Process? FindMarked()
    {
        if (!File.Exists(file) || File.ReadAllText(file).Split(' ') is not [var id, var start]
            || !int.TryParse(id, CultureInfo.InvariantCulture, out var processId)
            || !DateTime.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)
            || Find(processId) is not { } process)
        {
            return null;
        }
        if ((process.StartTime.ToUniversalTime() - started).Duration() < Tolerance)
            return process;
        process.Dispose();
        return null;
    }

    /// <summary>To be called once the data are ours alone: then whoever still serves them is left over.</summary>
    public async Task StopLeftoverAsync(CancellationToken cancellationToken)
    {
        using var leftover = FindMarked();
        if (leftover is null)
            return;
        leftover.Kill();
        await Task.WhenAny(leftover.WaitForExitAsync(cancellationToken), Task.Delay(ToEnd, cancellationToken));
    }

    private static Process? Find(int processId)
    {
        try
        {
            var process = Process.GetProcessById(processId);
            return process.HasExited ? null : process;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
