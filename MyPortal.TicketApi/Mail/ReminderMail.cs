using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Reminders;
using MyPortal.TicketApi.Calls.Schedule;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.Watchers;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Mail;

/// <summary>
/// Reminds those who chose this time: who takes part and has an account, the requester, and who watches the ticket. A call that has been moved
/// or called off since has nobody to remind.
/// </summary>
[WolverineHandler]
public sealed class ReminderMail(TicketDbContext db, TicketOutbox outbox, Notifier notifier, TimeProvider clock)
{
    public async Task HandleAsync(CallApproaching approaching, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == approaching.CallId, cancellationToken) is not { } call
            || !call.TakesPlace || call.Start != approaching.Start || call.Start <= now)
        {
            return;
        }

        var invited = call.InvitedAddresses.Select(address => address.ToLowerInvariant()).Distinct().ToArray();
#pragma warning disable CA1304, CA1311 // Becomes SQL's lower().
        var people = await db.People.AsNoTracking()
            .Where(person => db.Set<ReminderChoice>().Any(choice => choice.PersonId == person.Id && choice.MinutesBefore.Contains(approaching.MinutesBefore)))
            .Where(person => person.Id == call.TechnicianId
                || invited.Contains(person.Email.ToLower())
                || db.Set<Ticket>().Any(ticket => ticket.Id == call.TicketId && ticket.RequesterId == person.Id)
                || db.Set<TicketWatcher>().Any(watcher => watcher.TicketId == call.TicketId && watcher.PersonId == person.Id))
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311

        var cause = CauseId(approaching);
        await notifier.AddAsync([.. people.Select(person => new Notification
        {
            Id = Guid.CreateVersion7(now),
            CauseId = cause,
            Kind = NotificationKind.CallReminder,
            TicketId = call.TicketId,
            PersonId = person,
            CallId = call.Id,
            Start = call.Start,
            End = call.End,
            Sequence = call.Sequence,
            At = now,
        })], cancellationToken);
        await outbox.SaveAsync(cancellationToken);
    }

    /// <summary>The same for the same call, time and distance, so that one reminder it stays however often the message comes.</summary>
    private static Guid CauseId(CallApproaching approaching) =>
        StableId.Of(nameof(CallApproaching), approaching.CallId, approaching.Start.UtcTicks, approaching.MinutesBefore);
}
