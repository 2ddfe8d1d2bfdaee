using System.Diagnostics;
using System.Text.RegularExpressions;
using MyPortal.Tests.Shared;

namespace MyPortal.Tests.Fixtures;

/// <summary>Another replica of a service beside the portal's own, with dependencies of the test's choice.</summary>
internal sealed partial class ServiceReplica : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private ServiceReplica(string project, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var program = Path.Combine(Repository.Output(project), project + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Project(project) };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <param name="project">Its project's name, for example <c>MyPortal.Web</c>.</param>
    /// <param name="environment">Settings besides address and environment (Production).</param>
    public static async Task<ServiceReplica> StartAsync(string project, IReadOnlyDictionary<string, string> environment)
    {
        var replica = new ServiceReplica(project, environment);
        try
        {
            using var limit = Limits.After(Limits.Start);
            await Task.WhenAny(replica._address.Task, replica._process.WaitForExitAsync(limit.Token));
            if (!replica._address.Task.IsCompleted)
                throw new InvalidOperationException("The replica did not start:\n" + replica.Output);
            // As an orchestrator would before it sends anybody here. A replica that is not well is the test's own affair.
            using var client = replica.CreateClient();
            using var health = await client.GetAsync("/health", TestContext.Current.CancellationToken);
            return replica;
        }
        catch
        {
            await replica.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a step of the service, such as <c>--migrate</c>, to its end.</summary>
    public static async Task RunAsync(string project, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (exitCode, output) = await TryRunAsync(project, environment, arguments);
        exitCode.ShouldBe(0, output);
    }

    /// <summary>As <see cref="RunAsync"/>, for a step that may fail.</summary>
    public static async Task<(int ExitCode, string Output)> TryRunAsync(
        string project, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var step = new ServiceReplica(project, environment, arguments);
        await step._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (step._process.ExitCode, step.Output.Trim());
    }

    /// <summary>Ends it in the middle of whatever it does (on Linux and macOS SIGKILL): nothing can be put in order first.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public HttpClient CreateClient() => new() { BaseAddress = Address, Timeout = Limits.Moment };

    private string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    public Uri Address => _address.Task.Result;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
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
