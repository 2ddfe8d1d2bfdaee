using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>An event that somebody makes up, to see what rules make of it.</summary>
internal sealed record MadeUpEvent(long TicketNumber, TicketEventKind Kind, Guid? Id = null, EventCall? Call = null, IReadOnlyList<Guid>? CausedByRules = null);

/// <summary>In Development only, and never forwarded to from outside: rules can be tried without booking a call and waiting for it.</summary>
internal static class EventByHand
{
    public static void MapEventByHand(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapPost("/dev/ticket-events", RaiseAsync).ExcludeFromDescription();
    }

    public static async Task<Results<Accepted, NotFound>> RaiseAsync(
        MadeUpEvent request, TicketDbContext db, TicketOutbox outbox, TimeProvider clock, CancellationToken cancellationToken)
    {
        var ticketId = await db.Tickets.Where(ticket => ticket.Number == request.TicketNumber)
            .Select(ticket => (Guid?)ticket.Id).SingleOrDefaultAsync(cancellationToken);
        if (ticketId is null)
            return TypedResults.NotFound();
        outbox.Raise(new TicketEvent(
            request.Id ?? Guid.CreateVersion7(), request.Kind, ticketId.Value, clock.Now(), ActorId: null, request.Call, request.CausedByRules ?? []));
        await outbox.SaveAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
