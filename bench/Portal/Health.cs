using System.Diagnostics;
using MyPortal.Bench.Machine;

namespace MyPortal.Bench.Portal;

internal static class Health
{
    /// <summary>Returns when <c>/health</c> answers 200; fails after a minute, or as soon as a process has ended.</summary>
    public static async Task WaitAsync(int port, IReadOnlyCollection<ChildProcess> processes, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(200, cancellationToken))
        {
            foreach (var process in processes)
                process.ThrowIfExited();
            try
            {
                using var answer = await http.GetAsync($"http://127.0.0.1:{port}/health", cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
            }
        }
        throw new TimeoutException($"Nothing healthy on port {port} after a minute; the logs say why.");
    }
}
