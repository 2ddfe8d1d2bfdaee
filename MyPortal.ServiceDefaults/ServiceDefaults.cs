using Microsoft.Extensions.DependencyInjection;
using MyPortal.ServiceDefaults;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every service of the portal shares. Nothing in this project knows what a ticket is.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Adds telemetry (<see cref="Telemetry"/>), health checks (<see cref="HealthEndpoints"/>), problem details, and service
    /// discovery for every <c>HttpClient</c>. Resilience is each client's own: only it knows its time budget and what may be retried.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        builder.AddTelemetry();
        builder.AddHealth();
        builder.Services.AddProblemDetails();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
        return builder;
    }
}
