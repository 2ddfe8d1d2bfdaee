using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Events;
using MyPortal.TicketApi.People;
using MyPortal.TicketApi.Problems;

namespace MyPortal.TicketApi.Tickets;

internal static class TicketEndpoints
{
    public static void MapTickets(this RouteGroupBuilder tickets)
    {
        tickets.MapGet("/", ListAsync).WithName("ListTickets").ProducesProblem(StatusCodes.Status403Forbidden);
        tickets.MapPost("/", CreateAsync).WithName("CreateTicket");
        tickets.MapGet("/{number:long}", ReadAsync).WithName("ReadTicket").TagTicketNumber().ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>List tickets, newest activity first.</summary>
    /// <remarks>
    /// Pages go by cursor: each ticket is met once however many are opened meanwhile; one that sees activity while you page moves to the front.
    /// </remarks>
    /// <param name="scope">
    /// <c>mine</c>, <c>company</c> (customers who may see their company's tickets) or <c>all</c> (technicians and administrators).
    /// The widest that the caller may use when left out.
    /// </param>
    /// <param name="status"><c>open</c> (neither resolved nor closed), <c>closed</c> (resolved or closed), <c>all</c> (the default), or one status.</param>
    /// <param name="assignee"><c>me</c>: only tickets assigned to the caller.</param>
    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    /// <param name="limit">Tickets a page, 1 to 100; 25 when left out.</param>
    /// <response code="403">The caller's role may not use that scope.</response>
    public static async Task<Results<Ok<TicketPage>, ValidationProblem, ProblemHttpResult>> ListAsync(
        string? scope, string? status, string? assignee, string? cursor, int? limit,
        Caller caller, TicketReader reader, CancellationToken cancellationToken)
    {
        var filter = TicketFilterParser.Parse(caller, scope, status, assignee, cursor, limit, out var errors);
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors, ProblemWording.Invalid);
        return filter.IsAllowedFor(caller)
            ? TypedResults.Ok(await reader.PageAsync(filter, caller, cancellationToken))
            : Refusals.Forbidden("You may not list tickets beyond your own with that scope.");
    }

    /// <summary>Open a ticket.</summary>
    /// <remarks>The caller becomes its requester. White space around subject and description is dropped.</remarks>
    /// <response code="201">The ticket as its page shows it, with its version as <c>ETag</c>.</response>
    public static async Task<Results<Created<TicketDetail>, ValidationProblem>> CreateAsync(
        NewTicket request, Caller caller, TicketDbContext db, TicketOutbox outbox, PeopleDirectory people, TicketReader reader,
        TicketTelemetry telemetry, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        await people.RememberAsync(caller, cancellationToken);
        var ticket = Ticket.Open(caller, request.Subject.Trim(), request.Description.Trim(),
            request.Priority ?? TicketPriority.Normal, clock.Now());
        db.Tickets.Add(ticket);
        outbox.RaiseChanges(ticket);
        await outbox.SaveAsync(cancellationToken);
        telemetry.Created(context, ticket, caller);

        var detail = (await reader.DetailAsync(ticket.Number, caller, cancellationToken))!;
        context.Response.SendVersion(detail.Version);
        return TypedResults.Created($"/api/tickets/{ticket.Number}", detail);
    }

    /// <summary>Read a ticket with its latest replies and its timeline.</summary>
    /// <response code="200">The ticket, with its version as <c>ETag</c>.</response>
    /// <response code="404">There is no such ticket, or not for this caller.</response>
    public static async Task<Results<Ok<TicketDetail>, NotFound>> ReadAsync(
        long number, Caller caller, TicketReader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reader.DetailAsync(number, caller, cancellationToken) is not { } detail)
            return TypedResults.NotFound();
        response.SendVersion(detail.Version);
        return TypedResults.Ok(detail);
    }
}
