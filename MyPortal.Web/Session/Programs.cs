namespace MyPortal.Web.Session;

internal static class Programs
{
    /// <summary>True for what scripts and API clients call: they get problem details where a person gets a page.</summary>
    public static bool IsForPrograms(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/telemetry")
        || context.Request.Path.StartsWithSegments("/webhooks") || context.Request.Path.StartsWithSegments("/calendars");
}
