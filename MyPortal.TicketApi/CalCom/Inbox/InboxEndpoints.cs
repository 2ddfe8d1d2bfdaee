using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.CalCom.Inbox;

internal static class InboxEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    public static void MapInbox(this WebApplication app)
    {
        var inbox = app.MapGroup("/api/webhooks/deliveries").WithTags("Webhooks")
            .RequireAuthorization(AccessPolicies.Administrator)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        inbox.MapGet("", ListAsync).WithName("ListDeliveries");
        inbox.MapPost("/replay-failed", ReplayFailedAsync).WithName("ReplayFailedDeliveries");
        inbox.MapGet("/{id:guid}", ReadAsync).WithName("ReadDelivery");
        inbox.MapPost("/{id:guid}/open", OpenAsync).WithName("OpenDelivery");
        inbox.MapPost("/{id:guid}/replay", ReplayAsync).WithName("ReplayDelivery");
    }

    /// <summary>List deliveries of webhooks, newest first. They are kept for 30 days.</summary>
    /// <remarks>For administrators.</remarks>
    /// <param name="state">Only those in this state.</param>
    /// <param name="after">The <c>nextCursor</c> of the page before.</param>
    /// <param name="limit">Deliveries a page, 1 to 200; 50 when left out.</param>
    public static async Task<Results<Ok<DeliveryPage>, ValidationProblem>> ListAsync(
        string? state, string? after, int? limit, DeliveryList deliveries, CancellationToken cancellationToken)
    {
        var wanted = SnakeCase.Parse<DeliveryState>(state);
        if (wanted is null && state is not null)
            return Refusals.Invalid("state", "Use received, processed, unmatched, ignored or failed.");
        var cursor = after is null ? null : Cursor.Decode(after);
        if (cursor is null && after is not null)
            return Refusals.Invalid("after", "Use the nextCursor of the page before, unchanged.");
        if (limit is < 1 or > MaxLimit)
            return Refusals.Invalid("limit", $"Use a number from 1 to {MaxLimit}.");
        return TypedResults.Ok(await deliveries.PageAsync(wanted, cursor, limit ?? DefaultLimit, cancellationToken));
    }

    /// <summary>Read a delivery. Names, addresses and texts of people are masked.</summary>
    /// <remarks>For administrators.</remarks>
    /// <response code="404">There is no such delivery, or it is older than 30 days.</response>
    public static async Task<Results<Ok<DeliveryDetail>, NotFound>> ReadAsync(Guid id, DeliveryList deliveries, CancellationToken cancellationToken) =>
        await deliveries.FindAsync(id, isMasked: true, cancellationToken) is { } delivery ? TypedResults.Ok(delivery) : TypedResults.NotFound();

    /// <summary>Read a delivery as it came in, with what it says of people.</summary>
    /// <remarks>For administrators. Who did it, and when, is logged.</remarks>
    /// <response code="404">There is no such delivery, or it is older than 30 days.</response>
    public static async Task<Results<Ok<DeliveryDetail>, NotFound>> OpenAsync(
        Guid id, Caller caller, DeliveryList deliveries, ILogger<DeliveryList> logger, CancellationToken cancellationToken)
    {
        if (await deliveries.FindAsync(id, isMasked: false, cancellationToken) is not { } delivery)
            return TypedResults.NotFound();
        logger.LogWarning("Delivery {DeliveryId} was opened unmasked by {UserId}", id, caller.Id);
        return TypedResults.Ok(delivery);
    }

    /// <summary>Process a delivery again, whatever became of it. What it has caused already is not caused twice.</summary>
    /// <remarks>For administrators.</remarks>
    /// <response code="202">It will be processed in a moment.</response>
    /// <response code="404">There is no such delivery, or it is older than 30 days.</response>
    public static async Task<Results<Accepted, NotFound>> ReplayAsync(Guid id, DeliveryList deliveries, CancellationToken cancellationToken) =>
        await deliveries.ReplayAsync(id, cancellationToken) ? TypedResults.Accepted($"/api/webhooks/deliveries/{id}") : TypedResults.NotFound();

    /// <summary>Process all failed deliveries again, at most 1000 at once, oldest first.</summary>
    /// <remarks>For administrators.</remarks>
    public static async Task<Ok<ReplayResult>> ReplayFailedAsync(DeliveryList deliveries, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ReplayResult(await deliveries.ReplayFailedAsync(cancellationToken)));
}
