namespace MyPortal.Web.BrowserTelemetry;

/// <summary>The browser's part of a ticket page's trace.</summary>
internal static class BrowserTelemetryModule
{
    public static void AddBrowserTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageTrace>();
        builder.Services.AddRateLimiter(BookingReportEndpoint.AddRateLimit);
    }

    public static void MapBrowserTelemetry(this IEndpointRouteBuilder routes) => BookingReportEndpoint.Map(routes);
}
