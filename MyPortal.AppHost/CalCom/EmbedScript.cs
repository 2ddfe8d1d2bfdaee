using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MyPortal.AppHost.CalCom;

internal sealed class EmbedScriptOptions
{
    [Microsoft.Extensions.Configuration.ConfigurationKeyName("data-directory")]
    public string DataDirectory { get; set; } = Path.Combine(".data", "calcom");

    public string Npm { get; set; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
}

/// <summary>
/// The real embed.js, restored once by npm in the background. The site is up before that and stays up without it.
/// </summary>
internal sealed class EmbedScript(IOptions<EmbedScriptOptions> options, ILogger<EmbedScript> logger) : BackgroundService
{
    private const string Version = "1.5.3";
    private static readonly TimeSpan RestoreLimit = TimeSpan.FromMinutes(2);

    private readonly string _directory = Path.GetFullPath(options.Value.DataDirectory);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The script's file, once it is there.</summary>
    public string Location => Path.Combine(_directory, $"embed-core-{Version}", "embed.js");

    /// <summary>Why there is no script and what to do about it; null when there is one.</summary>
    public string? Missing { get; private set; } = "npm is restoring embed.js; try again in a moment.";

    /// <summary>Waits for a restore under way, but no longer than <paramref name="limit"/>.</summary>
    public async Task<bool> IsAvailableAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        await Task.WhenAny(_settled.Task, Task.Delay(limit, cancellationToken));
        return Missing is null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (!File.Exists(Location))
                await RestoreAsync(stoppingToken);
            Missing = null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or InvalidOperationException or OperationCanceledException)
        {
            Missing = $"embed.js is missing, because npm could not restore @calcom/embed-core {Version}. Install Node.js with npm, " +
                "see that its registry can be reached, and start the stand-in again.";
            if (!stoppingToken.IsCancellationRequested)
                logger.LogWarning("{Missing} ({Reason})", Missing, e.Message);
        }
        finally
        {
            _settled.SetResult();
        }
    }

    // Restored aside and moved in, so that two stand-ins starting at once cannot see half a file.
    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(RestoreLimit);
        var aside = Directory.CreateDirectory(Path.Combine(_directory, $"restore-{Guid.NewGuid():n}")).FullName;
        try
        {
            foreach (var name in (string[])["package.json", "package-lock.json"])
            {
                await using var resource = typeof(EmbedScript).Assembly.GetManifestResourceStream(typeof(EmbedScript), name)!;
                await using var file = File.Create(Path.Combine(aside, name));
                await resource.CopyToAsync(file, limited.Token);
            }

            await RunNpmAsync(aside, limited.Token);
            Directory.CreateDirectory(Path.GetDirectoryName(Location)!);
            File.Move(Path.Combine(aside, "node_modules", "@calcom", "embed-core", "dist", "embed", "embed.js"), Location, overwrite: true);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    private async Task RunNpmAsync(string directory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(options.Value.Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = directory,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var npm = Process.Start(start)!;
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
                throw new InvalidOperationException($"npm ended with {npm.ExitCode}: {errors.Trim()}");
        }
        finally
        {
            if (!npm.HasExited)
                npm.Kill(entireProcessTree: true);
        }
    }
}
