using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyPortal.AppHost.CalCom.Scheduling;
using MyPortal.AppHost.CalCom.Webhooks;

namespace MyPortal.AppHost.CalCom.Api;

internal static class WebhookApi
{
    private const int Most = 250;

    public static void MapWebhookApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/webhooks", List);
        api.MapPost("/webhooks", Create);
        api.MapGet("/webhooks/{id}", Get);
        api.MapPatch("/webhooks/{id}", Update);
        api.MapDelete("/webhooks/{id}", Delete);
    }

    private static Ok<ApiAnswer<IEnumerable<WebhookOutput>>> List(ApiCaller caller, WebhookRegistry webhooks, int take = Most, int skip = 0) =>
        TypedResults.Ok(new ApiAnswer<IEnumerable<WebhookOutput>>(
            webhooks.Of(caller.User).Skip(skip).Take(Math.Min(take, Most)).Select(WebhookOutput.Of)));

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

    private static Results<Ok<ApiAnswer<WebhookOutput>>, JsonHttpResult<ApiErrorAnswer>> Get(
        string id, ApiCaller caller, WebhookRegistry webhooks, HttpContext context) =>
        Found(webhooks.Find(caller.User, id), context);

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

    private sealed record WebhookOutput(
        string Id, int UserId, string SubscriberUrl, IReadOnlyList<string> Triggers, bool Active, string? Secret, string? PayloadTemplate)
    {
        public static WebhookOutput Of(Webhook webhook) => new(
            webhook.Id, new EventType(webhook.User, "").HostId, webhook.SubscriberUrl, webhook.Triggers, webhook.Active, webhook.Secret, null);
    }
}
