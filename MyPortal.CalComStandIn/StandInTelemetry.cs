using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.Http;

namespace MyPortal.CalComStandIn;

internal static class StandInTelemetry
{
    /// <summary>
    /// Keeps names out of traces. Paths name hosts and bookings, as Cal.com's do: the route stands in their place. Of what a webhook is sent to,
    /// only the origin is told, because the rest may be secret.
    /// </summary>
    public static void AddStandInTelemetry(this IHostApplicationBuilder builder)
    {
        // Otherwise OpenTelemetry hands traces on by itself, whatever a client's handler says.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder.Services.Configure<AspNetCoreTraceInstrumentationOptions>(options => options.EnrichWithHttpResponse = (span, response) =>
            span.SetTag("url.path", (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "…"));
        builder.Services.Configure<HttpClientTraceInstrumentationOptions>(options => options.EnrichWithHttpRequestMessage = (span, request) =>
            span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority)));
    }
}
