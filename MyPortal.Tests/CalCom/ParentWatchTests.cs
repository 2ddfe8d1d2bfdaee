using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MyPortal.AppHost.CalCom;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

public sealed partial class ParentWatchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_when_the_process_that_started_it_was_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There, a process does not learn that its parent has gone.");
        var start = new ProcessStartInfo("sh", ["-c", """
            dotnet exec "$0" "$@" & echo "pid $!"; wait
            """, typeof(CalComStandIn).Assembly.Location, CalComStandIn.Command, "--urls", "http://127.0.0.1:0",
            "--data-directory", Path.Combine(AppContext.BaseDirectory, "calcom"), "--end-with-parent", "true"])
        { RedirectStandardOutput = true };
        using var parent = Process.Start(start)!;
        var pid = int.Parse((await LineAsync(parent, Pid())).Groups[1].Value, CultureInfo.InvariantCulture);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri((await LineAsync(parent, Listening())).Groups[1].Value) };
            (await http.GetStringAsync("/health", Stop)).ShouldBe("Healthy");

            parent.Kill();

            await Eventually.GetAsync(() => AnswersAsync(http), answers => !answers);
        }
        finally
        {
            if (!parent.HasExited)
                parent.Kill();
            Kill(pid);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            await http.GetStringAsync("/health", Stop);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<Match> LineAsync(Process process, Regex wanted)
    {
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (wanted.Match(line) is { Success: true } match)
                return match;
        }
        throw new InvalidOperationException("It ended before it said so.");
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // As it should be.
        }
    }

    [GeneratedRegex(@"^pid (\d+)$")]
    private static partial Regex Pid();

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
