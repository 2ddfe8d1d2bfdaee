using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Inbox;

internal static class WebhookEndpoints
{
    public static void MapWebhooks(this WebApplication app) =>
        app.MapPost("/webhooks/cal-com/{connection}", ReceiveAsync).WithName("ReceiveCalComWebhook").WithTags("Webhooks")
            .RequireRateLimiting(WebhookLimits.ByConnection)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Take a delivery of Cal.com's webhook.</summary>
    /// <remarks>
    /// Needs no token, but <c>X-Cal-Signature-256</c>: the HMAC-SHA256 of the raw body with the connection's secret, in lower-case hex. The
    /// answer comes as soon as the delivery is stored; what it says, and whether it makes sense, is looked at afterwards. The same body again
    /// is counted and changes nothing.
    /// </remarks>
    /// <param name="connection">The part of the address that only Cal.com has been told.</param>
    /// <response code="202">Stored; it will be processed, once, whatever happens here.</response>
    /// <response code="401">No such connection, or no valid signature of one of its secrets. Nothing was stored.</response>
    /// <response code="413">The body is larger than 256 KB.</response>
    /// <response code="429">More than 300 at once or 50 a second for this connection; see Retry-After.</response>
    public static async Task<Results<Accepted, ProblemHttpResult>> ReceiveAsync(
        string connection, HttpRequest request, TicketDbContext db, ConnectionSecrets secrets, WebhookIntake intake,
        WebhookTelemetry telemetry, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var body = buffer.ToArray();

        var known = await db.Connections.AsNoTracking().SingleOrDefaultAsync(known => known.Id == connection, cancellationToken);
        var accepted = known is null ? [] : secrets.Accepted(known, clock.Now());
        if (!WebhookSignature.IsValid(body, request.Headers[WebhookSignature.Header], accepted))
        {
            telemetry.Refused();
            return TypedResults.Problem(
                "There is no such webhook, or the signature is not that of its secret.", statusCode: StatusCodes.Status401Unauthorized);
        }

        await intake.StoreAsync(connection, body, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
