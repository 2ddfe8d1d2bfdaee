namespace MyPortal.AppHost.Dashboard;

internal static class QuickFarewell
{
    /// <summary>
    /// Shortens the services' last words to the dashboard. All end at once, the dashboard first: with the usual ten seconds for each of
    /// traces, metrics and logs, they would wait for it until the orchestrator kills them. Locally only.
    /// </summary>
    public static IDistributedApplicationBuilder WithQuickFarewell(this IDistributedApplicationBuilder builder)
    {
        builder.Eventing.Subscribe<BeforeStartEvent>((start, cancellationToken) =>
        {
            foreach (var project in start.Model.Resources.OfType<ProjectResource>())
                builder.CreateResourceBuilder(project).WithEnvironment("OTEL_EXPORTER_OTLP_TIMEOUT", "1000");
            return Task.CompletedTask;
        });
        return builder;
    }
}
