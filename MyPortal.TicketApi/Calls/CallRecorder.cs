using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Calls.Schedule;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.LiveUpdates;

namespace MyPortal.TicketApi.Calls;

/// <summary>Who the calls of a calendar are with.</summary>
/// <param name="Id">The connection; null once the technician has disconnected.</param>
internal sealed record CallHost(string? Id, Guid TechnicianId);

/// <summary>
/// Makes a change of a call true with all that follows: the call, the ticket's timeline, events, schedules, and word to open pages. Runs in a
/// transaction that the caller has begun under the connection's lock; <see cref="TicketOutbox.SaveAsync"/> makes it all true at once.
/// </summary>
public sealed class CallRecorder(TicketDbContext db, CallStore store, TicketOutbox outbox, CallSchedule schedule, TimeProvider clock)
{
    /// <summary>What the fact changes. Nothing is written yet.</summary>
    /// <param name="fact">What has become known.</param>
    /// <param name="ticketId">The ticket that a valid reference names.</param>
    /// <param name="known">The calls that know a uid of the fact.</param>
    internal static CallChange Find(CallFact fact, Guid? ticketId, IEnumerable<Call> known) =>
        CallChange.Of(fact, ticketId, known.Select(CallStore.Thread), Guid.CreateVersion7);

    /// <param name="change">What the fact changes.</param>
    /// <param name="host">Who the call is with, should it be new.</param>
    /// <param name="pageTraceParent">The trace of the page that the reference was made for.</param>
    /// <param name="deliveryId">What told of the fact.</param>
    /// <param name="known">The calls that know a uid of the fact.</param>
    /// <param name="cancellationToken">Leaves the transaction to be rolled back.</param>
    /// <returns>The call, if the fact belongs to one.</returns>
    internal async Task<Call?> RecordAsync(
        CallChange change, CallHost host, string? pageTraceParent, Guid? deliveryId, List<Call> known, CancellationToken cancellationToken)
    {
        if (change is not { Call: { } thread, After: { } after })
            return null;

        var call = change.Absorbed.Count > 0
            ? await store.JoinAsync(thread.Id, [.. change.Absorbed.Select(piece => piece.Id)], cancellationToken)
            : known.Find(call => call.Id == thread.Id) ?? Add(thread, host);
        call.PageTraceParent ??= pageTraceParent;
        var now = clock.Now();
        if (await store.WriteAsync(call, change, deliveryId, now, cancellationToken))
        {
            // Not through the entity: its version would make this fail whenever somebody edits the ticket at the same time.
            await db.Tickets.Where(ticket => ticket.Id == thread.TicketId && ticket.UpdatedAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.UpdatedAt, now), cancellationToken);
        }

        if (change.Event is { } kind)
        {
            var previous = kind is TicketEventKind.CallMoved ? change.Before?.Start ?? after.PreviousStart : null;
            outbox.Raise(new TicketEvent(Guid.CreateVersion7(now), kind, call.TicketId, now, ActorId: null,
                new EventCall(call.Id, after.HeadUid, after.Start, after.End, previous, after.Sequence, after.Reason), CausedByRules: []));
        }
        if (change.IsToBeScheduled)
            await schedule.SetAsync(call, now);
        await db.Database.TellAsync(new TicketNews(thread.TicketId, IsForStaff: false), cancellationToken);
        return call;
    }

    private Call Add(CallThread thread, CallHost host)
    {
        var call = new Call { Id = thread.Id, TicketId = thread.TicketId, ConnectionId = host.Id, TechnicianId = host.TechnicianId };
        db.Calls.Add(call);
        return call;
    }
}
