using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Control;

/// <summary>What has been sent, byte for byte, and sending what a test likes.</summary>
internal static class DeliveryControl
{
    public static void MapDeliveryControl(this IEndpointRouteBuilder control)
    {
        control.MapGet("/deliveries", List);
        control.MapGet("/deliveries/{id:long}", Get);
        control.MapPost("/deliver", DeliverAsync);
    }

    /// <summary>A host's that have ended, oldest first; of all hosts together, the latest 2000 are kept.</summary>
    private static Ok<IReadOnlyList<LoggedDelivery>> List(string user, DeliveryLog log) => TypedResults.Ok(log.Of(user));

    private static Results<Ok<DeliveryContent>, NotFound> Get(long id, DeliveryLog log) =>
        log.Content(id) is { } content ? TypedResults.Ok(content) : TypedResults.NotFound();

    /// <summary>
    /// Sends <c>body</c> at once, past all switches, and answers what came of it: to the URL given, signed with the secret
    /// given (none: <c>no-secret-provided</c>), or to each active webhook of the user given, signed with its own. A body that
    /// is a string is sent as that text, JSON or not; any other byte for byte as it stands in the request.
    /// </summary>
    private static async Task<Results<Ok<LoggedDelivery[]>, ValidationProblem>> DeliverAsync(
        DeliverRequest request, WebhookRegistry webhooks, DeliverySender sender, CancellationToken cancellationToken)
    {
        var errors = request.Errors();
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors);

        var targets = request.Url is null
            ? webhooks.Of(request.User ?? "").Where(w => w.Active)
            : [new Webhook("", request.User ?? "", request.Url, request.Secret, [], true)];
        var body = Encoding.UTF8.GetBytes(
            request.Body.ValueKind == JsonValueKind.String ? request.Body.GetString()! : request.Body.GetRawText());
        return TypedResults.Ok(await Task.WhenAll(targets.Select(webhook =>
            sender.SendAsync(Delivery.To(webhook, request.Event ?? "", null, body), cancellationToken))));
    }

    private sealed record DeliverRequest(string? User, string? Url, string? Secret, string? Event, JsonElement Body)
    {
        public Dictionary<string, string[]> Errors()
        {
            var errors = new Dictionary<string, string[]>();
            if (Url is not null && !WebhookInput.IsHttp(Url))
                errors["url"] = ["Enter an absolute URL, http or https."];
            if (Body.ValueKind == JsonValueKind.Undefined)
                errors["body"] = ["Say what to send."];
            return errors;
        }
    }
}
