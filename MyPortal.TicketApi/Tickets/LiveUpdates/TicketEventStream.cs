using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.LiveUpdates;

/// <summary>What has changed on a ticket, for pages to fetch it anew.</summary>
/// <param name="What"><c>calls</c>: calls and timeline. Empty in a sign of life.</param>
public sealed record TicketChange(string What);

internal static class TicketEventStream
{
    private const string Changed = "changed";
    private const string Alive = "alive";

    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxDuration = TimeSpan.FromMinutes(10);

    public static void MapTicketEventStream(this RouteGroupBuilder tickets) =>
        tickets.MapGet("/{number:long}/events", ListenAsync).WithName("ListenToTicket").TagTicketNumber()
            .Produces<TicketChange>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Hear of changes of a ticket as they happen (server-sent events): its calls, status, assignee and replies.</summary>
    /// <remarks>
    /// <c>event: changed</c> with <c>data: {"what":"calls"}</c> says that the ticket should be read again; several changes may be one event.
    /// <c>event: alive</c> comes every 15 seconds otherwise. The answer ends after ten minutes; an <c>EventSource</c> then asks again.
    /// </remarks>
    /// <param name="version">The version that the page shows: when the ticket has another by now, the first event comes at once.</param>
    /// <response code="404">There is no such ticket, or not for this caller.</response>
    public static async Task<Results<ServerSentEventsResult<TicketChange>, NotFound>> ListenAsync(
        long number, string? version, Caller caller, TicketDbContext db, TicketListeners listeners, IHostApplicationLifetime lifetime,
        HttpContext context, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.AsNoTracking().VisibleTo(caller).Where(ticket => ticket.Number == number)
            .Select(ticket => new { ticket.Id }).SingleOrDefaultAsync(cancellationToken);
        if (ticket is null)
            return TypedResults.NotFound();

        var listener = listeners.Add(ticket.Id, caller.IsStaff);
        context.Response.RegisterForDispose(listener);
        // Read after the listener is there, so that no change falls between.
        if (version is not null && version != TicketVersion.Text(await db.Tickets.Where(known => known.Id == ticket.Id).Select(known => known.Version).SingleAsync(cancellationToken)))
            listener.Tell();
        // The connection to the database is for others while this one waits.
        return TypedResults.ServerSentEvents(EventsAsync(listener, lifetime.ApplicationStopping, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<TicketChange>> EventsAsync(
        TicketListeners.Listener listener, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        end.CancelAfter(MaxDuration);
        // Sends the headers, so that the browser knows that it is connected.
        yield return new SseItem<TicketChange>(new(""), Alive);
        while (!end.IsCancellationRequested)
        {
            bool changed;
            try
            {
                changed = await listener.WaitAsync(HeartbeatInterval, end.Token);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
            yield return changed ? new SseItem<TicketChange>(new("calls"), Changed) : new SseItem<TicketChange>(new(""), Alive);
        }
    }
}
