using Microsoft.Extensions.DependencyInjection;
using MyPortal.ServiceDefaults;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every service of the portal shares. Nothing in this project knows what a ticket is.</summary>
public static class ServiceDefaultsModule
{
    /// <summary>
    /// Adds telemetry (<see cref="TelemetryModule"/>), health checks (<see cref="HealthModule"/>), the clock, problem details, and service
    /// discovery for every <c>HttpClient</c>. Resilience is each client's own: only it knows its time budget and what may be retried.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        builder.AddTelemetry();
        builder.AddHealth();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
        return builder;
    }
}
