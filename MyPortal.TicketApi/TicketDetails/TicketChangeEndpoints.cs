using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>Who is to have the ticket.</summary>
/// <param name="UserId">An active technician or administrator; null for nobody. Must be given.</param>
public sealed record AssigneeChange([property: JsonRequired] Guid? UserId);

/// <summary>Where the ticket is to stand.</summary>
/// <param name="Status">Any status; there is no forced order.</param>
public sealed record StatusChange([property: Required(ErrorMessage = "Choose a status.")] TicketStatus? Status);

/// <summary>How soon the ticket is to get attention.</summary>
/// <param name="Priority">Any priority.</param>
public sealed record PriorityChange([property: Required(ErrorMessage = "Choose a priority.")] TicketPriority? Priority);

internal static class TicketChangeEndpoints
{
    public static void MapTicketChanges(this RouteGroupBuilder tickets)
    {
        var ticket = tickets.MapGroup("/{number:long}").TagTicketNumber()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        ticket.MapPut("/assignee", AssignAsync).WithName("AssignTicket");
        ticket.MapPut("/status", ChangeStatusAsync).WithName("ChangeTicketStatus");
        ticket.MapPut("/priority", ChangePriorityAsync).WithName("ChangeTicketPriority");
    }

    /// <summary>Give the ticket to a technician, or to nobody.</summary>
    /// <remarks>For technicians and administrators.</remarks>
    /// <param name="ifMatch">The <c>ETag</c> of the ticket as it was read: its version in double quotes. Required.</param>
    /// <response code="200">The ticket after the change.</response>
    /// <response code="400">The user is not an active technician or administrator.</response>
    /// <response code="412">Somebody changed the ticket since that version.</response>
    /// <response code="428"><c>If-Match</c> is missing.</response>
    /// <response code="503">ProfileApi, which knows the technicians, cannot be reached.</response>
    public static async Task<ChangeResult> AssignAsync(
        long number, AssigneeChange request, [FromHeader(Name = "If-Match")] string? ifMatch, Caller caller, TicketEditor editor,
        TechnicianLookup technicians, PeopleDirectory people, CancellationToken cancellationToken)
    {
        var opened = await editor.OpenAsync(number, ifMatch, caller, cancellationToken);
        if (opened.Ticket is not { } ticket)
            return opened.Refusal!;

        PersonReference? assignee = null;
        if (request.UserId is { } userId && userId != ticket.AssignedUserId)
        {
            if (await technicians.FindAsync(userId, cancellationToken) is not { } technician)
                return Refusals.Invalid("userId", "This is not an active technician or administrator.");
            await people.RememberAsync(technician, cancellationToken);
            assignee = new PersonReference(technician.Id, technician.Name);
        }
        else if (request.UserId is not null)
        {
            return await editor.UnchangedAsync(ticket, caller, cancellationToken);
        }
        return await editor.SaveAsync(ticket, caller,
            change => ticket.Assign(assignee, ticket.Assignee?.Name, change), cancellationToken);
    }

    /// <summary>Change where the ticket stands.</summary>
    /// <remarks>For technicians and administrators.</remarks>
    /// <param name="ifMatch">The <c>ETag</c> of the ticket as it was read: its version in double quotes. Required.</param>
    /// <response code="200">The ticket after the change.</response>
    /// <response code="412">Somebody changed the ticket since that version.</response>
    /// <response code="428"><c>If-Match</c> is missing.</response>
    public static Task<ChangeResult> ChangeStatusAsync(
        long number, StatusChange request, [FromHeader(Name = "If-Match")] string? ifMatch, Caller caller, TicketEditor editor, CancellationToken cancellationToken) =>
        editor.ChangeAsync(number, ifMatch, caller, (ticket, change) => ticket.ChangeStatus(request.Status!.Value, change), cancellationToken);

    /// <summary>Change how soon the ticket needs attention.</summary>
    /// <remarks>For technicians and administrators.</remarks>
    /// <param name="ifMatch">The <c>ETag</c> of the ticket as it was read: its version in double quotes. Required.</param>
    /// <response code="200">The ticket after the change.</response>
    /// <response code="412">Somebody changed the ticket since that version.</response>
    /// <response code="428"><c>If-Match</c> is missing.</response>
    public static Task<ChangeResult> ChangePriorityAsync(
        long number, PriorityChange request, [FromHeader(Name = "If-Match")] string? ifMatch, Caller caller, TicketEditor editor, CancellationToken cancellationToken) =>
        editor.ChangeAsync(number, ifMatch, caller, (ticket, change) => ticket.ChangePriority(request.Priority!.Value, change), cancellationToken);
}
