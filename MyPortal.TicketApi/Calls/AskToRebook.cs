using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;

namespace MyPortal.TicketApi.Calls;

internal static class AskToRebook
{
    public static void MapAskToRebook(this RouteGroupBuilder tickets) =>
        tickets.MapPost("/{number:long}/calls/{id:guid}/ask-to-rebook", AskAsync).WithName("AskToRebook").WithTags("Calls").TagTicketNumber()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Ask the customer to book again with whoever has the ticket now.</summary>
    /// <remarks>For technicians and administrators: adds a public reply in the caller's name. The call itself stays as it is until somebody moves or cancels it.</remarks>
    /// <param name="number">The ticket's number.</param>
    /// <param name="id">A call of the ticket that is ahead and with a previous technician.</param>
    /// <response code="201">The reply.</response>
    /// <response code="404">There is no such ticket or call, or not for this caller.</response>
    /// <response code="409">The ticket is closed or nobody has it, or the call is not ahead, or is with the present technician already.</response>
    public static async Task<Results<Created<ReplyItem>, NotFound, ProblemHttpResult>> AskAsync(
        long number, Guid id, Caller caller, TicketDbContext db, Replying replying, TicketOutbox outbox, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var found = await db.Tickets.VisibleTo(caller).AsNoTracking().Include(ticket => ticket.Assignee)
            .SingleOrDefaultAsync(ticket => ticket.Number == number, cancellationToken);
        var call = found is null
            ? null
            : await db.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == id && call.TicketId == found.Id, cancellationToken);
        if (found is null || call is null)
            return TypedResults.NotFound();
        if (!caller.IsStaff)
            return Refusals.Forbidden("Only technicians and administrators may ask for another booking.");
        if (found.Assignee is not { } assignee)
            return Refusals.Conflict("Nobody has this ticket. Assign it first, so that there is somebody to book with.");
        if (!call.IsAhead(now) || call.TechnicianId == assignee.Id)
            return Refusals.Conflict("This call is over or called off, or is with the present technician already.");

        if (await replying.AddAsync(found.Id, caller, Text(call, assignee.Name), isInternal: false, causedByRules: [], cancellationToken) is not { } reply)
            return Refusals.Conflict("This ticket is closed and takes no more replies.");
        await outbox.SaveAsync(cancellationToken);
        return TypedResults.Created($"/api/tickets/{number}", reply.ToItem(caller.Name));
    }

    private static string Text(Call call, string assignee)
    {
        var start = CallTimes.Moment(call.Start, call.Details.AttendeeTimeZone);
        return $"This ticket is now with {assignee}. Your call on {start} was booked with {call.Details.OrganizerName}. "
            + $"Please book a new time with {assignee} on this page, and cancel the other call if you no longer need it.";
    }
}
