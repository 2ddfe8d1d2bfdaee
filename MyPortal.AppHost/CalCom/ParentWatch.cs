using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace MyPortal.AppHost.CalCom;

/// <summary>
/// Ends the stand-in with the process that started it, even if that was killed and could tell nobody: otherwise the stand-in would keep its port.
/// Not on Windows, where a process does not learn that its parent has gone.
/// </summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    /// <summary>Set (<c>true</c>) by whoever wants it so; by hand, the stand-in outlives the shell that it was started from.</summary>
    public const string Setting = "end-with-parent";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (OperatingSystem.IsWindows())
            return;

        // Orphans are given to another parent.
        var parent = ParentId();
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (ParentId() == parent)
                continue;
            lifetime.StopApplication();
            return;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int ParentId();
}
