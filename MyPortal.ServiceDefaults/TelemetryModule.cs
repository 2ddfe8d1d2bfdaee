using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MyPortal.ServiceDefaults;

internal static class TelemetryModule
{
    /// <summary>
    /// Traces, metrics and logs by OTLP to wherever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> points; without it, nothing is exported.
    /// Every activity source and meter whose name starts with <c>MyPortal</c> is collected.
    /// </summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });

        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql", "Yarp.ReverseProxy", "MyPortal*"))
            .WithTracing(tracing => tracing
                .AddSource(builder.Environment.ApplicationName, "Yarp.ReverseProxy", "MyPortal*")
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.Filter = IsNotAHealthProbe;
                    options.EnrichWithHttpRequest = (span, request) => Hide(span, "url.path", SecretPaths.Mask(request.Path));
                })
                .AddHttpClientInstrumentation(options => options.EnrichWithHttpRequestMessage = (span, request) =>
                    Hide(span, "url.full", SecretPaths.Mask(request.RequestUri?.AbsolutePath) is { } path ? new Uri(request.RequestUri!, path).ToString() : null)));

        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.UseOtlpExporter();
    }

    private static void Hide(Activity span, string tag, string? masked)
    {
        if (masked is not null)
            span.SetTag(tag, masked);
    }

    // A probe every few seconds would bury the traces that people look for.
    private static bool IsNotAHealthProbe(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(HealthModule.Health)
        && !context.Request.Path.StartsWithSegments(HealthModule.Alive);
}
