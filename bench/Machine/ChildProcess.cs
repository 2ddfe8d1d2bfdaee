using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MyPortal.Bench.Machine;

/// <summary>A server that the benchmark started, its output in a file: reading it through a pipe would cost what is to be measured.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const string Redirected = "log=$1; shift; exec \"$@\" >\"$log\" 2>&1";
    private readonly Process _process;

    private ChildProcess(string name, Process process) => (Name, _process) = (name, process);

    public string Name { get; }

    public int Id => _process.Id;

    public static ChildProcess Start(
        string name, string logFolder, string directory, IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        var start = new ProcessStartInfo("sh", ["-c", Redirected, "sh", Path.Combine(logFolder, name + ".log"), .. command])
        {
            WorkingDirectory = directory,
        };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        return new(name, Process.Start(start)!);
    }

    /// <summary>Runs a command that ends by itself; it must succeed.</summary>
    public static async Task RunAsync(
        string name, string logFolder, string directory, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken, params string[] command)
    {
        await using var child = Start(name, logFolder, directory, environment, command);
        await child._process.WaitForExitAsync(cancellationToken);
        if (child._process.ExitCode != 0)
            throw new InvalidOperationException($"{name} failed:\n{await File.ReadAllTextAsync(Path.Combine(logFolder, name + ".log"), cancellationToken)}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void ThrowIfExited()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}; its log says why.");
    }

    /// <summary>
    /// Asks it to stop in good order, and insists after ten seconds. Not as Ctrl+C would: that is ignored by what was started in a shell's background.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var ask = Process.Start("kill", ["-s", "TERM", $"{_process.Id}"]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
    }
}
