using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPortal.CalComStandIn.Api;

/// <summary>The part of Cal.com's API v2 that the portal uses. Keys have the form <c>cal_stand_in_{user}</c>.</summary>
internal static class ApiV2
{
    public static void MapApiV2(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v2");
        api.MapWebhookApi();
        api.MapBookingApi();
        api.Map("/{**path}", NoSuchPath);
    }

    private static JsonHttpResult<ApiErrorAnswer> NoSuchPath(HttpContext context) =>
        ApiErrors.NotFound(context, $"Cannot {context.Request.Method} {context.Request.Path}");
}
