using System.ComponentModel;
using CliWrap.Exceptions;

namespace MyPortal.CalComStandIn.Embed;

/// <summary>
/// The real embed.js, restored once by npm in the background. The site is up before that and stays up without it.
/// </summary>
internal sealed class EmbedScript(EmbedPackage package, ILogger<EmbedScript> logger) : BackgroundService
{
    private static readonly TimeSpan RestoreTimeout = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Why there is no script and what to do about it; null when there is one.</summary>
    public string? Missing { get; private set; } = "npm is restoring embed.js; try again in a moment.";

    /// <summary>Waits for a restore under way, but no longer than <paramref name="timeout"/>.</summary>
    public async Task<bool> IsAvailableAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await Task.WhenAny(_settled.Task, Task.Delay(timeout, cancellationToken));
        return Missing is null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limited.CancelAfter(RestoreTimeout);
        try
        {
            if (!File.Exists(package.Script))
                await package.RestoreAsync(limited.Token);
            Missing = null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or CliWrapException or OperationCanceledException)
        {
            Missing = $"embed.js is missing, because npm could not restore {package}. Install Node.js with npm, see that its registry can be " +
                "reached, and start the stand-in again.";
            if (!stoppingToken.IsCancellationRequested)
                logger.LogWarning("{Missing} ({Reason})", Missing, e.Message);
        }
        finally
        {
            _settled.SetResult();
        }
    }
}
