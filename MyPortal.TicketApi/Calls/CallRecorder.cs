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
/// Takes in a fact with all that follows: the call's state, the ticket's timeline, events, schedules, and word to open pages. Runs in a
/// transaction that the caller has begun under the connection's lock; <see cref="TicketOutbox.SaveAsync"/> makes it all true at once.
/// </summary>
internal sealed class CallRecorder(TicketDbContext db, CallStore store, TicketOutbox outbox, CallSchedule schedule, TimeProvider clock)
{
    /// <param name="fact">What has become known.</param>
    /// <param name="ticketId">The ticket that a valid reference names.</param>
    /// <param name="known">The calls that know a uid of the fact.</param>
    /// <returns>Where the fact belongs. Nothing is written yet.</returns>
    public static Match Find(KnownFact fact, Guid? ticketId, IEnumerable<Booking> known) =>
        CallMatching.Add(fact, ticketId, known.Select(CallStore.Thread), Guid.CreateVersion7);

    /// <param name="match">Where the fact belongs.</param>
    /// <param name="pageTraceParent">The trace of the page that the reference was made for.</param>
    /// <param name="known">The calls that know a uid of the fact.</param>
    /// <returns>The call, if the fact belongs to one.</returns>
    public async Task<Booking?> RecordAsync(
        Match match, CallHost host, string? pageTraceParent, Guid? deliveryId, List<Booking> known, CancellationToken cancellationToken)
    {
        if (match is not { Thread: { } thread, After: { } after })
            return null;

        var booking = match.Absorbed.Count > 0
            ? await store.JoinAsync(thread.Id, [.. match.Absorbed.Select(piece => piece.Id)], cancellationToken)
            : known.Find(call => call.Id == thread.Id) ?? New(thread, after, host);
        booking.PageTraceParent ??= pageTraceParent;
        var now = clock.Now();
        if (await store.WriteAsync(booking, thread.Facts, deliveryId, now, cancellationToken))
        {
            // Not through the entity: its version would make this fail whenever somebody edits the ticket at the same time.
            await db.Tickets.Where(ticket => ticket.Id == thread.TicketId && ticket.UpdatedAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.UpdatedAt, now), cancellationToken);
        }

        await TellAsync(booking, match.Before, after, now);
        await db.Database.TellAsync(new TicketNews(thread.TicketId, IsForStaff: false), cancellationToken);
        return booking;
    }

    private Booking New(CallThread thread, BookingState state, CallHost host)
    {
        var booking = new Booking
        {
            Id = thread.Id,
            TicketId = thread.TicketId,
            ConnectionId = host.Id,
            TechnicianId = host.TechnicianId,
            HeadUid = state.HeadUid,
            Title = state.Title,
            OrganizerName = state.OrganizerName,
            OrganizerEmail = state.OrganizerEmail,
            OrganizerTimeZone = state.OrganizerTimeZone,
            AttendeeName = state.AttendeeName,
            AttendeeEmail = "",
            AttendeeTimeZone = state.AttendeeTimeZone,
        };
        db.Bookings.Add(booking);
        return booking;
    }

    private async Task TellAsync(Booking booking, BookingState? before, BookingState after, DateTimeOffset now)
    {
        if (CallTransitions.Event(before, after) is { } kind)
        {
            outbox.Raise(new TicketEvent(Guid.CreateVersion7(now), kind, booking.TicketId, now, ActorId: null,
                new CallFacts(booking.Id, after.HeadUid, after.Start, after.End,
                    kind is TicketEventKind.CallMoved ? before?.Start ?? after.PreviousStart : null, after.Sequence, after.Reason), CausedByRules: []));
        }
        if (after.Status is BookingStatus.Accepted or BookingStatus.InProgress
            && (before?.Status, before?.HeadUid, before?.Start, before?.End) != (after.Status, after.HeadUid, after.Start, after.End))
        {
            await schedule.SetAsync(booking, now);
        }
    }
}
