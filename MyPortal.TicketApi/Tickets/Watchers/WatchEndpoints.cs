using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Watchers;

internal static class WatchEndpoints
{
    public static void MapWatching(this RouteGroupBuilder tickets)
    {
        var watch = tickets.MapGroup("/{number:long}/watch").TagTicketNumber().WithTags("Watchers")
            .ProducesProblem(StatusCodes.Status404NotFound);
        watch.MapPut("/", WatchAsync).WithName("WatchTicket");
        watch.MapDelete("/", StopAsync).WithName("StopWatchingTicket");
    }

    /// <summary>Watch a ticket: get mail when a call about it is booked, moved or cancelled.</summary>
    /// <remarks>Nobody gets mail about a call that they book, host or are invited to: the calendar writes to them. Watching twice is watching.</remarks>
    /// <response code="204">The caller watches the ticket.</response>
    /// <response code="404">There is no such ticket, or not for this caller.</response>
    public static async Task<Results<NoContent, NotFound>> WatchAsync(
        long number, Caller caller, TicketDbContext db, PeopleDirectory people, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await IdAsync(db, number, caller, cancellationToken) is not { } ticketId)
            return TypedResults.NotFound();
        await people.RememberAsync(caller, cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            insert into ticket_watchers (ticket_id, person_id, since) values ({ticketId}, {caller.Id}, {clock.Now()})
            on conflict do nothing
            """, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Stop watching a ticket.</summary>
    /// <response code="204">The caller does not watch the ticket.</response>
    /// <response code="404">There is no such ticket, or not for this caller.</response>
    public static async Task<Results<NoContent, NotFound>> StopAsync(
        long number, Caller caller, TicketDbContext db, CancellationToken cancellationToken)
    {
        if (await IdAsync(db, number, caller, cancellationToken) is not { } ticketId)
            return TypedResults.NotFound();
        await db.Watchers.Where(watcher => watcher.TicketId == ticketId && watcher.PersonId == caller.Id).ExecuteDeleteAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<Guid?> IdAsync(TicketDbContext db, long number, Caller caller, CancellationToken cancellationToken) =>
        db.Tickets.VisibleTo(caller).Where(ticket => ticket.Number == number)
            .Select(ticket => (Guid?)ticket.Id).SingleOrDefaultAsync(cancellationToken);
}
