using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Control;

/// <summary>A host's webhooks and switches, without a key.</summary>
internal static class WebhookControl
{
    public static void MapWebhookControl(this IEndpointRouteBuilder control)
    {
        control.MapGet("/webhooks/{user}", List);
        control.MapPost("/webhooks/{user}", Add);
        control.MapPatch("/webhooks/{user}/{id}", Update);
        control.MapDelete("/webhooks/{user}/{id}", Remove);
        control.MapPost("/webhooks/{user}/{id}/ping", PingAsync);
        control.MapPut("/switches/{user}", SetSwitches);
    }

    private static Ok<IReadOnlyList<Webhook>> List(string user, WebhookRegistry webhooks) => TypedResults.Ok(webhooks.Of(user));

    /// <summary>Only <c>subscriberUrl</c> is needed: it subscribes to all that is sent and is active, unless said otherwise.</summary>
    private static Results<Created<Webhook>, ValidationProblem, ProblemHttpResult> Add(string user, WebhookInput input, WebhookRegistry webhooks)
    {
        if (Problem(input with { SubscriberUrl = input.SubscriberUrl ?? "" }) is { } problem)
            return problem;

        return webhooks.TryAdd(user, input) is { } webhook
            ? TypedResults.Created($"/_stand-in/webhooks/{user}", webhook)
            : TypedResults.Problem("There is a webhook for this URL already.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Results<Ok<Webhook>, ValidationProblem, NotFound> Update(string user, string id, WebhookInput input, WebhookRegistry webhooks)
    {
        if (Problem(input) is { } problem)
            return problem;

        return webhooks.Update(user, id, input) is { } webhook ? TypedResults.Ok(webhook) : TypedResults.NotFound();
    }

    private static Results<NoContent, NotFound> Remove(string user, string id, WebhookRegistry webhooks) =>
        webhooks.Remove(user, id) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static async Task<Results<Ok<LoggedDelivery>, NotFound>> PingAsync(
        string user, string id, WebhookRegistry webhooks, Pinger pinger, CancellationToken cancellationToken) =>
        webhooks.Find(user, id) is { } webhook ? TypedResults.Ok(await pinger.PingAsync(webhook, cancellationToken)) : TypedResults.NotFound();

    /// <summary>Replaces them all: what is left out is as at the start.</summary>
    private static Results<Ok<Switches>, ValidationProblem> SetSwitches(string user, Switches switches, Switchboard switchboard)
    {
        var errors = switches.Errors();
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors);

        switchboard.Set(user, switches);
        return TypedResults.Ok(switches);
    }

    private static ValidationProblem? Problem(WebhookInput input)
    {
        var errors = input.Errors().ToArray();
        return errors.Length > 0 ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["webhook"] = errors }) : null;
    }
}
