using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Calls.Schedule;

/// <summary>What the clock says of calls: that one starts soon, and that one is over although no calendar said so.</summary>
internal sealed class CallClock(TicketDbContext db, CallStore store, CallRecorder recorder, TicketOutbox outbox, TimeProvider clock)
{
    public async Task ApproachesAsync(CallApproaching approaching, CancellationToken cancellationToken)
    {
        if (approaching.MinutesBefore != CallSchedule.SoonMinutes)
            return;
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.Id == approaching.BookingId, cancellationToken);
        var now = clock.Now();
        if (booking is not { Status: BookingStatus.Accepted or BookingStatus.InProgress } || booking.Start != approaching.Start || booking.End <= now)
            return;
        // The same id however often this is handled, so that it happens once.
        outbox.Raise(new TicketEvent(
            StableId.Of(booking.Id, TicketEventKind.CallStartingSoon, booking.HeadUid, booking.Start.UtcTicks), TicketEventKind.CallStartingSoon,
            booking.TicketId, now, ActorId: null,
            new CallFacts(booking.Id, booking.HeadUid, booking.Start, booking.End, PreviousStart: null, booking.Sequence, Reason: null), CausedByRules: []));
        await outbox.SaveAsync(cancellationToken);
    }

    public async Task IsOverAsync(CallOver over, CancellationToken cancellationToken)
    {
        var host = await db.Bookings.Where(booking => booking.Id == over.BookingId)
            .Select(booking => new CallHost(booking.ConnectionId, booking.TechnicianId)).SingleOrDefaultAsync(cancellationToken);
        if (host is null)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await store.LockAsync(host.Id ?? over.BookingId.ToString(), cancellationToken);
        var booking = await db.Bookings.Include(booking => booking.Facts).Include(booking => booking.Uids)
            .SingleOrDefaultAsync(booking => booking.Id == over.BookingId, cancellationToken);
        if (booking is not { Status: BookingStatus.Accepted or BookingStatus.InProgress } || booking.HeadUid != over.Uid || booking.End != over.End)
            return;

        // Exactly what the calendar's own MEETING_ENDED says, should it still come.
        var ended = new KnownFact { Uid = over.Uid, Kind = BookingFactKind.MeetingEnded, At = over.End, Start = booking.Start, End = booking.End };
        await recorder.RecordAsync(CallRecorder.Find(ended, ticketId: null, [booking]), host, pageTraceParent: null, deliveryId: null, [booking], cancellationToken);
        await outbox.SaveAsync(cancellationToken);
    }
}

[WolverineHandler]
internal static class CallClockHandler
{
    public static Task HandleAsync(CallApproaching approaching, CallClock calls, CancellationToken cancellationToken) =>
        calls.ApproachesAsync(approaching, cancellationToken);

    public static Task HandleAsync(CallOver over, CallClock calls, CancellationToken cancellationToken) => calls.IsOverAsync(over, cancellationToken);
}
