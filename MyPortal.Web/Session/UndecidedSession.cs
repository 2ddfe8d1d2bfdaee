using Microsoft.AspNetCore.Authorization;

namespace MyPortal.Web.Session;

/// <summary>
/// Somebody brings a session that nobody can judge right now. They are not sent to sign in, which would look as if they had been signed out:
/// the answer is 503, and the cookie stays as it is.
/// </summary>
internal static class UndecidedSession
{
    private const string RetryAfterSeconds = "5";

    private static readonly object Key = new();

    public static void LeaveSessionUndecided(this HttpContext context) => context.Items[Key] = true;

    /// <summary>Comes after authentication. Files and probes are for everybody; error pages have to be shown.</summary>
    public static Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (!context.Items.ContainsKey(Key) || context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null
            || context.Request.Path.StartsWithSegments("/errors"))
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Task.CompletedTask;
    }
}
