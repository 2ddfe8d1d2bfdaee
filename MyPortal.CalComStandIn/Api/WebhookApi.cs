using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Api;

internal static class WebhookApi
{
    private const int MaxPage = 250;

    public static void MapWebhookApi(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithMetadata(ApiVersion.OfWebhooks);
        webhooks.MapGet("", List);
        webhooks.MapPost("", Create);
        webhooks.MapPatch("/{id}", Update);
        webhooks.MapDelete("/{id}", Delete);
    }

    private static Results<Ok<ApiAnswer<IEnumerable<WebhookOutput>>>, JsonHttpResult<ApiErrorAnswer>> List(
        ApiCaller caller, WebhookRegistry webhooks, HttpContext context)
    {
        var query = new QueryReader(context.Request.Query, "take");
        var take = query.Number("take", MaxPage, 1, MaxPage);
        return query.Errors.Count > 0
            ? ApiErrors.BadRequest(context, query.Errors)
            : TypedResults.Ok(new ApiAnswer<IEnumerable<WebhookOutput>>(webhooks.Of(caller.User).Take(take).Select(WebhookOutput.Of)));
    }

    private static Results<Created<ApiAnswer<WebhookOutput>>, JsonHttpResult<ApiErrorAnswer>> Create(
        ApiCaller caller, WebhookInput input, WebhookRegistry webhooks, HttpContext context)
    {
        var errors = input.ErrorsOfNew().Distinct().ToList();
        if (errors.Count > 0)
            return ApiErrors.BadRequest(context, errors);
        if (webhooks.TryAdd(caller.User, input) is not { } webhook)
            return ApiErrors.Conflict(context, "Webhook with this subscriberUrl already exists for this user");

        return TypedResults.Created($"/v2/webhooks/{webhook.Id}", Answer(webhook));
    }

    private static Results<Ok<ApiAnswer<WebhookOutput>>, JsonHttpResult<ApiErrorAnswer>> Update(
        string id, ApiCaller caller, WebhookInput input, WebhookRegistry webhooks, HttpContext context)
    {
        var errors = input.Errors().ToList();
        return errors.Count > 0 ? ApiErrors.BadRequest(context, errors) : Found(webhooks.Update(caller.User, id, input), context);
    }

    private static Results<Ok<ApiAnswer<WebhookOutput>>, JsonHttpResult<ApiErrorAnswer>> Delete(
        string id, ApiCaller caller, WebhookRegistry webhooks, HttpContext context) =>
        Found(webhooks.Remove(caller.User, id), context);

    private static Results<Ok<ApiAnswer<WebhookOutput>>, JsonHttpResult<ApiErrorAnswer>> Found(Webhook? webhook, HttpContext context) =>
        webhook is null ? ApiErrors.NotFound(context, "Webhook not found") : TypedResults.Ok(Answer(webhook));

    private static ApiAnswer<WebhookOutput> Answer(Webhook webhook) => new(WebhookOutput.Of(webhook));
}
