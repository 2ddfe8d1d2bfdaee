using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyPortal.AppHost.CalCom.Scheduling;

namespace MyPortal.AppHost.CalCom.Api;

/// <summary>The part of Cal.com's API v2 that the portal uses. Keys have the form <c>cal_stand_in_{user}</c>.</summary>
internal static class ApiV2
{
    public static void MapApiV2(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v2");
        api.MapGet("/me", Me);
        api.MapWebhookApi();
        api.MapBookingApi();
        api.Map("/{**path}", NoSuchPath);
    }

    private static Ok<ApiAnswer<User>> Me(ApiCaller caller)
    {
        var host = new EventType(caller.User, "");
        return TypedResults.Ok(new ApiAnswer<User>(new User(host.HostId, host.User, host.HostEmail, "UTC")));
    }

    private static JsonHttpResult<ApiErrorAnswer> NoSuchPath(HttpContext context) =>
        ApiErrors.NotFound(context, $"Cannot {context.Request.Method} {context.Request.Path}");

    private sealed record User(int Id, string Username, string Email, string TimeZone);
}
