using CliWrap;

namespace MyPortal.AppHost.LocalServices;

/// <summary>Docker or Podman, by way of its client.</summary>
internal static class ContainerEngine
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>The client whose engine answers; only the one that Aspire was told to use, if it was told.</summary>
    public static async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        string[] clients = Environment.GetEnvironmentVariable("ASPIRE_CONTAINER_RUNTIME") is { Length: > 0 } chosen ? [chosen] : ["docker", "podman"];
        foreach (var client in clients)
        {
            // Listing containers needs an engine and the right to use it; `version` and `info` do not always.
            if ((await Tool.TryRunAsync(Cli.Wrap(client).WithArguments("ps --quiet"), Timeout, cancellationToken)).Succeeded)
                return client;
        }
        return null;
    }
}
