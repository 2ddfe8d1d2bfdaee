namespace MyPortal.Web.Session;

internal static class HttpContextExtensions
{
    private static readonly object AccessTokenKey = new();

    /// <summary>True for what scripts and API clients call: they get problem details where a person gets a page.</summary>
    public static bool IsForPrograms(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/telemetry")
        || context.Request.Path.StartsWithSegments("/webhooks") || context.Request.Path.StartsWithSegments("/calendars");

    public static void SetAccessToken(this HttpContext context, string token) => context.Items[AccessTokenKey] = token;

    /// <summary>The bearer token of this request's session; null when nobody is signed in or ProfileApi could not be asked.</summary>
    public static string? GetAccessToken(this HttpContext context) => context.Items[AccessTokenKey] as string;
}
