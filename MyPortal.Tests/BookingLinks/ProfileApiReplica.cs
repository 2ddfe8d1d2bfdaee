using System.Diagnostics;
using System.Text.RegularExpressions;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.BookingLinks;

/// <summary>Another replica of ProfileApi beside the portal's own: same database, and a Redis connection of the test's choice.</summary>
internal sealed partial class ProfileApiReplica : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private ProfileApiReplica(ProfileLab lab, string cache)
    {
        // The same configuration (Debug or Release) as this test.
        var program = Path.Combine(lab.ProjectDirectory, Path.GetRelativePath(FindProject(), AppContext.BaseDirectory), "MyPortal.ProfileApi.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = lab.ProjectDirectory };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["ConnectionStrings__profiledb"] = lab.ProfileDb;
        start.Environment["ConnectionStrings__cache"] = cache;
        start.Environment.Remove("CalCom__StandInOrigin");
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static async Task<ProfileApiReplica> StartAsync(ProfileLab lab, string cache)
    {
        var replica = new ProfileApiReplica(lab, cache);
        try
        {
            await replica._address.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            return replica;
        }
        catch (TimeoutException)
        {
            await replica.DisposeAsync();
            throw new TimeoutException("The replica did not start:\n" + string.Join('\n', replica._output));
        }
    }

    public HttpClient CreateClient() => new() { BaseAddress = _address.Task.Result };

    /// <summary>The lab, with this replica in place of the portal's own.</summary>
    public ProfileLab In(ProfileLab lab) => lab with { CreateClient = CreateClient };

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static string FindProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("MyPortal.Tests.csproj").Length == 0)
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run below their project folder.");
    }

    private void Read(string? line)
    {
        lock (_output)
            _output.Add(line ?? "");
        if (Listening().Match(line ?? "") is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
