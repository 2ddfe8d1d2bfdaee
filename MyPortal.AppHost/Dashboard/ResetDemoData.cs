using Microsoft.Extensions.DependencyInjection;

namespace MyPortal.AppHost.Dashboard;

internal static class ResetDemoData
{
    public const string CommandName = "reset-demo-data";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Adds the dashboard command <b>Reset demo data</b>: every service, in the order given, throws away its own tables and seeds them again.
    /// Offered only while all of them are healthy; stops at the first that fails and names it.
    /// </summary>
    public static IResourceBuilder<T> WithResetDemoDataCommand<T>(this IResourceBuilder<T> builder, params IResourceBuilder<ProjectResource>[] services)
        where T : IResource =>
        builder.WithCommand(CommandName, "Reset demo data", context => ResetAsync(services, context), new CommandOptions
        {
            Description = "Throws away all people and tickets and seeds the demo data again.",
            ConfirmationMessage = "Throw away all people and tickets and seed the demo data again?",
            IconName = "ArrowReset",
            IsHighlighted = true,
            UpdateState = context => services.All(service => IsHealthy(context.Services, service.Resource))
                ? ResourceCommandState.Enabled
                : ResourceCommandState.Disabled,
        });

    private static async Task<ExecuteCommandResult> ResetAsync(IResourceBuilder<ProjectResource>[] services, ExecuteCommandContext context)
    {
        // Before anything is thrown away. A stopped service's address still takes connections: the orchestrator's proxy does.
        if (services.FirstOrDefault(service => !IsHealthy(context.Services, service.Resource)) is { } away)
            return CommandResults.Failure($"{away.Resource.Name} is not running.");

        using var http = new HttpClient { Timeout = Timeout };
        foreach (var service in services)
        {
            try
            {
                using var response = await http.PostAsync($"{service.GetEndpoint("http").Url}/dev/reset-demo-data", content: null, context.CancellationToken);
                if (!response.IsSuccessStatusCode)
                    return CommandResults.Failure($"{service.Resource.Name} answered {(int)response.StatusCode}.");
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                return CommandResults.Failure($"{service.Resource.Name} did not answer: {failure.Message}");
            }
        }
        return CommandResults.Success();
    }

    private static bool IsHealthy(IServiceProvider services, ProjectResource resource) =>
        services.GetRequiredService<ResourceNotificationService>().TryGetCurrentState(resource.Name, out var now)
        && now.Snapshot.State?.Text == KnownResourceStates.Running
        && now.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy;
}
