using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>What all edits of a ticket have in common: who may, on which version, and what comes back.</summary>
internal sealed class TicketEditor(
    TicketDbContext db, TicketOutbox outbox, PeopleDirectory people, TicketReader reader, TimeProvider clock, IHttpContextAccessor accessor)
{
    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The ticket, or why not, in this order: 404 not visible, 403 not staff, 428 no version, 412 another version.</summary>
    public async Task<(Ticket? Ticket, ChangeResult? Refusal)> OpenAsync(long number, string? ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.VisibleTo(caller).Include(ticket => ticket.Assignee)
            .SingleOrDefaultAsync(ticket => ticket.Number == number, cancellationToken);
        if (ticket is null)
            return (null, TypedResults.NotFound());
        if (!caller.IsStaff)
            return (null, Refusals.Forbidden("Only technicians and administrators may change this."));
        return TicketVersion.RefuseUnlessCurrent(ticket.Version, ifMatch, "ticket") is { } refusal ? (null, refusal) : (ticket, null);
    }

    /// <summary>Opens the ticket, changes it and saves it.</summary>
    public async Task<ChangeResult> ChangeAsync(
        long number, string? ifMatch, Caller caller, Action<Ticket, Change> change, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(number, ifMatch, caller, cancellationToken);
        return opened.Ticket is { } ticket
            ? await SaveAsync(ticket, caller, made => change(ticket, made), cancellationToken)
            : opened.Refusal!;
    }

    public async Task<ChangeResult> SaveAsync(Ticket ticket, Caller caller, Action<Change> change, CancellationToken cancellationToken)
    {
        await people.RememberAsync(caller, cancellationToken);
        change(new Change(caller.Id, clock.Now()));
        try
        {
            await outbox.SaveAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Stale("ticket");
        }
        return await UnchangedAsync(ticket, caller, cancellationToken);
    }

    /// <summary>The ticket as it is now.</summary>
    public async Task<ChangeResult> UnchangedAsync(Ticket ticket, Caller caller, CancellationToken cancellationToken)
    {
        var detail = (await reader.DetailAsync(ticket.Number, caller, cancellationToken))!;
        Http.Response.SendVersion(detail.Version);
        return TypedResults.Ok(detail);
    }
}
