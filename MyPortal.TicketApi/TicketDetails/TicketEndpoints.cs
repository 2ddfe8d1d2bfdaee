using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.TicketDetails;

internal static class TicketEndpoints
{
    public static void MapTicketDetail(this RouteGroupBuilder tickets)
    {
        tickets.MapPost("/", CreateAsync).WithName("CreateTicket");
        tickets.MapGet("/{number:long}", ReadAsync).WithName("ReadTicket").TagTicketNumber().ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Open a ticket.</summary>
    /// <remarks>The caller becomes its requester. White space around subject and description is dropped.</remarks>
    /// <response code="201">The ticket as its page shows it, with its version as <c>ETag</c>.</response>
    public static async Task<Results<Created<TicketDetail>, ValidationProblem>> CreateAsync(
        NewTicket request, Caller caller, TicketDbContext db, TicketOutbox outbox, PeopleDirectory people, TicketReader reader,
        TicketTelemetry telemetry, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        await people.RememberAsync(caller, cancellationToken);
        var ticket = Ticket.Open(caller, request, clock.Now());
        db.Tickets.Add(ticket);
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
