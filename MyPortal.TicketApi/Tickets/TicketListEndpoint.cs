using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets;

internal static class TicketListEndpoint
{
    public static void MapTicketList(this RouteGroupBuilder tickets) =>
        tickets.MapGet("/", ListAsync).WithName("ListTickets").ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>List tickets, newest activity first.</summary>
    /// <remarks>
    /// Pages go by cursor: each ticket is met once however many are opened meanwhile; one that sees activity while you page moves to the front.
    /// </remarks>
    /// <response code="403">The caller's role may not use that scope.</response>
    public static async Task<Results<Ok<TicketPage>, ValidationProblem, ProblemHttpResult>> ListAsync(
        [AsParameters] TicketListRequest request, Caller caller, TicketLister lister, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return TypedResults.ValidationProblem(problems, ProblemWording.Invalid);
        return request.IsAllowedFor(caller)
            ? TypedResults.Ok(await lister.PageAsync(request, caller, cancellationToken))
            : Refusals.Forbidden("You may not list tickets beyond your own with that scope.");
    }
}
