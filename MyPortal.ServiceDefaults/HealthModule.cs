using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace MyPortal.ServiceDefaults;

/// <summary>Two probes, outside traces: <c>/health</c> (ready for traffic) and <c>/alive</c> (not stuck; no dependency counts).</summary>
public static class HealthModule
{
    internal const string Health = "/health";
    internal const string Alive = "/alive";

    internal static void AddHealth(this IHostApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);

    /// <summary>Before <c>/health</c> says that the service is ready, it does this once.</summary>
    public static void AddWarmUp<T>(this IHostApplicationBuilder builder) where T : WarmUp
    {
        builder.Services.AddSingleton<T>();
        builder.Services.AddHealthChecks().AddCheck<T>("warm-up");
    }

    /// <summary>Maps both probes. They answer one word, so they may be reachable by an orchestrator without sign-in.</summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Health).DisableHttpMetrics();
        app.MapHealthChecks(Alive, new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }).DisableHttpMetrics();
        return app;
    }
}
