using System.Globalization;
using Microsoft.Net.Http.Headers;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Api;

/// <summary>
/// What every request to API v2 must pass: a key, the key's rate limit (told in <c>X-RateLimit-*-Default</c> headers,
/// the reset in seconds) and the <c>cal-api-version</c> of what it asks for.
/// </summary>
internal static class ApiGate
{
    public static void UseApiGate(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/v2"), api => api.Use(PassAsync));

    private static Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request.Headers;
        if (ApiCaller.UserOf(request.Authorization) is not { } user)
            return Refuse(context, StatusCodes.Status401Unauthorized, "UnauthorizedException", "ApiAuthStrategy - Invalid API key");

        var switches = context.RequestServices.GetRequiredService<Switchboard>().For(user);
        var allowance = context.RequestServices.GetRequiredService<RateLimits>().Take(user, switches.ApiRequestsPerMinute);
        var headers = context.Response.Headers;
        headers["X-RateLimit-Limit-Default"] = allowance.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining-Default"] = allowance.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-Default"] = allowance.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        if (allowance.IsExceeded)
        {
            headers[HeaderNames.RetryAfter] = allowance.ResetSeconds.ToString(CultureInfo.InvariantCulture);
            return Refuse(context, StatusCodes.Status429TooManyRequests, "ThrottlerException", "ThrottlerException: Too Many Requests");
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiVersion>() is { } version && version.Name != request[ApiVersion.Header])
            return Refuse(context, StatusCodes.Status400BadRequest, "BadRequestException", $"The header {ApiVersion.Header} must be {version.Name}");

        context.Features.Set(new ApiCaller(user));
        return next(context);
    }

    private static Task Refuse(HttpContext context, int status, string code, string message) =>
        ApiErrors.Answer(context, status, code, message).ExecuteAsync(context);
}
