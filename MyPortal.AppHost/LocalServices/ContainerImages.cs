using CliWrap;
using CliWrap.EventStream;

namespace MyPortal.AppHost.LocalServices;

/// <summary>Makes sure that every container's image is here before anything starts, since the orchestrator would wait for ever.</summary>
internal static class ContainerImages
{
    private static readonly TimeSpan ForAnswer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ForDownload = TimeSpan.FromMinutes(10);

    public static async Task EnsureAsync(DistributedApplicationModel model, CancellationToken cancellationToken)
    {
        var engine = await ContainerEngine.FindAsync(cancellationToken) ?? throw new LocalServicesException(Advice.NoEngine);
        var names = model.Resources.Select(resource => resource.TryGetContainerImageName(out var name) ? name : null).OfType<string>();
        await Task.WhenAll(names.Distinct().Select(name => EnsureAsync(engine, name, cancellationToken)));
    }

    private static async Task EnsureAsync(string engine, string image, CancellationToken cancellationToken)
    {
        var here = await Tool.TryRunAsync(Cli.Wrap(engine).WithArguments(["image", "inspect", image]), ForAnswer, cancellationToken);
        if (!here.Succeeded && await PullAsync(engine, image, cancellationToken) is { } failure)
            throw new LocalServicesException(Advice.NoImage(image, failure));
    }

    /// <summary>Null, or why it failed. A registry that answers may take its time; one that says nothing is given up soon.</summary>
    private static async Task<string?> PullAsync(string engine, string image, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ForAnswer);
        var last = "no answer from its registry.";
        try
        {
            var pull = Cli.Wrap(engine).WithArguments(["pull", image]).WithValidation(CommandResultValidation.None);
            await foreach (var step in pull.ListenAsync(patience.Token))
            {
                switch (step)
                {
                    // Docker reports a layer on one stream, Podman a blob on the other: the registry has answered.
                    case StandardOutputCommandEvent { Text: var text } when text.Contains("layer", StringComparison.Ordinal):
                    case StandardErrorCommandEvent { Text: var blob } when blob.StartsWith("Copying blob", StringComparison.Ordinal):
                        patience.CancelAfter(ForDownload);
                        break;
                    case StandardErrorCommandEvent { Text: { Length: > 0 } text }:
                        last = text;
                        break;
                    case ExitedCommandEvent { ExitCode: 0 }:
                        return null;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Reported below.
        }
        return last;
    }
}
