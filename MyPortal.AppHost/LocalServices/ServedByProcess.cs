using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyPortal.AppHost.LocalServices;

/// <summary>
/// Lets a process serve what a container resource describes. The resource stays in the model, with its connection string, health check
/// and children, and the published manifest still shows its container; only its image is taken away while it runs here.
/// </summary>
internal static class ServedByProcess
{
    public const string NameSuffix = "-process";

    public static IResourceBuilder<TServer> ServedBy<TServer>(
        this IResourceBuilder<TServer> server, ServerProcess process, string type, Func<CancellationToken, Task> prepare, Action<int>? started = null)
        where TServer : ContainerResource, IResourceWithConnectionString
    {
        var app = server.ApplicationBuilder;
        foreach (var image in server.Resource.Annotations.OfType<ContainerImageAnnotation>().ToArray())
            server.Resource.Annotations.Remove(image);
        foreach (var endpoint in server.Resource.Annotations.OfType<EndpointAnnotation>())
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, IPv4Loopback, process.Port);

        app.Eventing.Subscribe<BeforeStartEvent>((start, cancellationToken) =>
        {
            // Not awaited: it goes on for as long as the AppHost runs.
            _ = MirrorStateAsync(start.Services, process, server.Resource, started);
            return Task.CompletedTask;
        });
        app.AddResource(process)
            .WithParentRelationship(server.Resource)
            .ExcludeFromManifest()
            .OnBeforeResourceStarted((_, _, cancellationToken) => prepare(cancellationToken))
            .OnResourceReady(async (_, ready, cancellationToken) =>
            {
                foreach (var resource in Family(app, server.Resource))
                    await app.Eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, ready.Services), cancellationToken);
            });
        return server
            .WithInitialState(new() { ResourceType = type, State = KnownResourceStates.NotStarted, Properties = [] })
            .ForwardLifecycleCommands(process);
    }

    private const string IPv4Loopback = "127.0.0.1";

    private static IEnumerable<IResource> Family(IDistributedApplicationBuilder app, IResource server) =>
        [server, .. app.Resources.OfType<IResourceWithParent>().Where(child => child.Parent == server)];

    private static async Task MirrorStateAsync(IServiceProvider services, ServerProcess process, IResource server, Action<int>? started)
    {
        var notifications = services.GetRequiredService<ResourceNotificationService>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await foreach (var change in notifications.WatchAsync(stopping))
            {
                if (change.Resource != process || change.Snapshot.State is not { } state)
                    continue;
                if (started is not null && state.Text == KnownResourceStates.Running && ProcessId(change.Snapshot) is { } id)
                    started(id);
                await notifications.PublishUpdateAsync(server, current => current with { State = state, ExitCode = change.Snapshot.ExitCode });
            }
        }
        catch (OperationCanceledException)
        {
            // The AppHost ends; nobody looks any more.
        }
    }

    private static int? ProcessId(CustomResourceSnapshot snapshot) =>
        snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value as int?;

    private static IResourceBuilder<T> ForwardLifecycleCommands<T>(this IResourceBuilder<T> server, ServerProcess process) where T : IResource
    {
        return server
            .WithCommand(KnownResourceCommands.StartCommand, "Start", Forward(KnownResourceCommands.StartCommand), Options("Play", whenRunning: false))
            .WithCommand(KnownResourceCommands.StopCommand, "Stop", Forward(KnownResourceCommands.StopCommand), Options("Stop", whenRunning: true))
            .WithCommand(KnownResourceCommands.RestartCommand, "Restart", Forward(KnownResourceCommands.RestartCommand), Options("ArrowCounterclockwise", whenRunning: true));

        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> Forward(string command) => context => context.Services
            .GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(process, command, context.CancellationToken);

        static CommandOptions Options(string icon, bool whenRunning) => new()
        {
            IconName = icon,
            UpdateState = context => context.ResourceSnapshot.State?.Text == KnownResourceStates.Running == whenRunning
                ? ResourceCommandState.Enabled
                : ResourceCommandState.Hidden,
        };
    }
}
