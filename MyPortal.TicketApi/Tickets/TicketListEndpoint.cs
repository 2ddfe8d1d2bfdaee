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
        Caller caller, TicketLister lister, CancellationToken cancellationToken)
    {
        var filter = TicketFilterParser.Parse(caller, scope, status, assignee, cursor, limit, out var errors);
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors, ProblemWording.Invalid);
        return filter.IsAllowedFor(caller)
            ? TypedResults.Ok(await lister.PageAsync(filter, caller, cancellationToken))
            : Refusals.Forbidden("You may not list tickets beyond your own with that scope.");
    }
}
