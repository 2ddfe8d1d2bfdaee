using CliWrap;
using CliWrap.Buffered;

namespace MyPortal.AppHost.LocalServices;

/// <summary>Runs a command to its end within a time limit, as somebody else if asked.</summary>
internal static class Tool
{
    /// <summary>The command's outcome; a missing command or one that ran out of time counts as failed, with the reason as its output.</summary>
    public static async Task<ToolResult> TryRunAsync(Command command, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            var result = await command.WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(timeout.Token);
            return new(result.IsSuccess, (result.StandardOutput + result.StandardError).Trim());
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new(false, missing.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(false, $"No answer within {limit.TotalSeconds:0} seconds.");
        }
    }
}

internal sealed record ToolResult(bool Succeeded, string Output);
