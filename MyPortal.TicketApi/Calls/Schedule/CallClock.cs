using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Calls.Schedule;

/// <summary>What the clock says of calls: that one starts soon, and that one is over although no calendar said so.</summary>
[WolverineHandler]
public sealed class CallClock(TicketDbContext db, CallStore store, CallRecorder recorder, TicketOutbox outbox, TimeProvider clock)
{
    public async Task HandleAsync(CallApproaching approaching, CancellationToken cancellationToken)
    {
        if (approaching.MinutesBefore != CallSchedule.SoonMinutes)
            return;
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == approaching.CallId, cancellationToken);
        var now = clock.Now();
        if (call is not { Status: CallStatus.Accepted or CallStatus.InProgress } || call.Start != approaching.Start || call.End <= now)
            return;
        // The same id however often this is handled, so that it happens once.
        outbox.Raise(new TicketEvent(
            StableId.Of(call.Id, TicketEventKind.CallStartingSoon, call.HeadUid, call.Start.UtcTicks), TicketEventKind.CallStartingSoon,
            call.TicketId, now, ActorId: null,
            new EventCall(call.Id, call.HeadUid, call.Start, call.End, PreviousStart: null, call.Sequence, Reason: null), CausedByRules: []));
        await outbox.SaveAsync(cancellationToken);
    }

    public async Task HandleAsync(CallOver over, CancellationToken cancellationToken)
    {
        var host = await db.Calls.Where(call => call.Id == over.CallId)
            .Select(call => new CallHost(call.ConnectionId, call.TechnicianId)).SingleOrDefaultAsync(cancellationToken);
        if (host is null)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await store.LockAsync(host.Id ?? over.CallId.ToString(), cancellationToken);
        var call = await db.Calls.Include(call => call.Facts).Include(call => call.Uids)
            .SingleOrDefaultAsync(call => call.Id == over.CallId, cancellationToken);
        if (call is not { Status: CallStatus.Accepted or CallStatus.InProgress } || call.HeadUid != over.Uid || call.End != over.End)
            return;

        // Exactly what the calendar's own MEETING_ENDED says, should it still come.
        var ended = new CallFact { Uid = over.Uid, Kind = CallFactKind.MeetingEnded, At = over.End, Start = call.Start, End = call.End };
        await recorder.RecordAsync(CallRecorder.Find(ended, ticketId: null, [call]), host, pageTraceParent: null, deliveryId: null, [call], cancellationToken);
        await outbox.SaveAsync(cancellationToken);
    }
}
