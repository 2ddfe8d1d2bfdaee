using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Mail;

/// <summary>Tells a ticket's watchers of its calls: each one once, and nobody whom the calendar has told already.</summary>
[WolverineHandler]
public sealed class WatcherMail(TicketDbContext db, TicketOutbox outbox, Notifier notifier, TimeProvider clock)
{
    public async Task HandleAsync(TicketEvent e, CancellationToken cancellationToken)
    {
        if (KindOf(e.Kind) is not { } kind || e.Call is not { } facts)
            return;
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == facts.CallId, cancellationToken) is not { } call)
            return;

        var watchers = await db.Watchers.AsNoTracking().Where(watcher => watcher.TicketId == e.TicketId)
            .Select(watcher => new { watcher.Person.Id, watcher.Person.Email }).ToListAsync(cancellationToken);
        // Whether each may still read the ticket is asked when the mail goes out: that is what counts.
        var notifications = watchers.Where(watcher => !call.Invites(watcher.Id, watcher.Email)).Select(watcher => new Notification
        {
            Id = Guid.CreateVersion7(clock.Now()),
            CauseId = e.Id,
            Kind = kind,
            TicketId = e.TicketId,
            PersonId = watcher.Id,
            CallId = facts.CallId,
            Start = facts.Start,
            End = facts.End,
            PreviousStart = facts.PreviousStart,
            Sequence = facts.Sequence,
            Text = facts.Reason,
            At = e.At,
        });
        await notifier.AddAsync([.. notifications], cancellationToken);
        await outbox.SaveAsync(cancellationToken);
    }

    private static NotificationKind? KindOf(TicketEventKind kind) => kind switch
    {
        TicketEventKind.CallBooked => NotificationKind.CallBooked,
        TicketEventKind.CallMoved => NotificationKind.CallMoved,
        TicketEventKind.CallCancelled => NotificationKind.CallCancelled,
        _ => null,
    };
}
