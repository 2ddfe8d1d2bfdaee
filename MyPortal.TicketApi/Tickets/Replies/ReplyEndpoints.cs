using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Replies;

internal static class ReplyEndpoints
{
    public static void MapReplies(this RouteGroupBuilder tickets)
    {
        var replies = tickets.MapGroup("/{number:long}/replies").TagTicketNumber().WithTags("Replies")
            .ProducesProblem(StatusCodes.Status404NotFound);
        replies.MapGet("/", ListAsync).WithName("ListReplies");
        replies.MapPost("/", CreateAsync).WithName("AddReply")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>List replies before a point, oldest first, at most 50.</summary>
    /// <param name="number">The ticket's number.</param>
    /// <param name="before">The <c>earlierReplies</c> of the ticket or of the page before; the latest replies when left out.</param>
    /// <response code="404">There is no such ticket, or not for this caller.</response>
    public static async Task<Results<Ok<ReplyPage>, NotFound, ValidationProblem>> ListAsync(
        long number, string? before, Caller caller, TicketDbContext db, CancellationToken cancellationToken)
    {
        var cursor = before is null ? null : Cursor.Decode(before);
        if (cursor is null && before is not null)
            return Refusals.Invalid("before", "Use the earlierReplies of the ticket or of the page before, unchanged.");

        var ticketId = await db.Tickets.VisibleTo(caller).Where(ticket => ticket.Number == number)
            .Select(ticket => (Guid?)ticket.Id).SingleOrDefaultAsync(cancellationToken);
        return ticketId is { } id
            ? TypedResults.Ok(await db.Replies.LatestPageAsync(id, caller, cursor, ReplyPaging.InPage, cancellationToken))
            : TypedResults.NotFound();
    }

    /// <summary>Reply to a ticket, or add an internal note.</summary>
    /// <remarks>
    /// A customer's reply takes up a ticket that waited for the customer or was resolved: it becomes <c>in_progress</c>.
    /// Internal notes are for technicians and administrators; they leave status and <c>updatedAt</c> alone.
    /// </remarks>
    /// <response code="201">The reply.</response>
    /// <response code="403">Customers cannot write internal notes.</response>
    /// <response code="404">There is no such ticket, or not for this caller.</response>
    /// <response code="409">The ticket is closed.</response>
    public static async Task<Results<Created<ReplyItem>, NotFound, ValidationProblem, ProblemHttpResult>> CreateAsync(
        long number, NewReply request, Caller caller, TicketDbContext db, Replying replying, TicketOutbox outbox, CancellationToken cancellationToken)
    {
        var visible = await db.Tickets.VisibleTo(caller).Where(ticket => ticket.Number == number)
            .Select(ticket => new { ticket.Id }).SingleOrDefaultAsync(cancellationToken);
        if (visible is null)
            return TypedResults.NotFound();
        if (request.IsInternal && !caller.IsStaff)
            return Refusals.Forbidden("Only technicians and administrators may write internal notes.");

        if (await replying.AddAsync(visible.Id, caller, request.Body.Trim(), request.IsInternal, causedByRules: [], cancellationToken) is not { } reply)
            return Refusals.Conflict("This ticket is closed and takes no more replies. Open a new one if there is more to say.");
        await outbox.SaveAsync(cancellationToken);
        return TypedResults.Created($"/api/tickets/{number}", reply.ToItem(caller.Name));
    }
}
