using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.LiveUpdates;
using MyPortal.TicketApi.Tickets.Timeline;
using Wolverine;
using Wolverine.EntityFrameworkCore;
using Wolverine.Runtime;

namespace MyPortal.TicketApi.Tickets.Events;

/// <summary>
/// The one way to tell others of a change: whatever is raised, sent or scheduled here is stored by <see cref="SaveAsync"/> together with
/// the changes of the same scope's <see cref="TicketDbContext"/>, all or nothing, and handled afterwards, also if this process dies meanwhile.
/// </summary>
internal sealed class TicketOutbox(IDbContextOutbox<TicketDbContext> outbox, TicketDbContext db)
{
    private readonly List<TicketEvent> _raised = [];

    /// <summary>Tells of an event once the change is saved. That nobody handles it is no error.</summary>
    public void Raise(TicketEvent e) => _raised.Add(e);

    /// <summary>Raises what the new entries of the ticket's timeline mean to others; call it after the change and before saving.</summary>
    /// <param name="causedByRules">The automation rules that led to the change; none when a person did it.</param>
    public void RaiseChanges(Ticket ticket, params IReadOnlyList<Guid> causedByRules)
    {
        foreach (var entry in ticket.Timeline)
        {
            if (KindOf(entry) is { } kind)
                Raise(new TicketEvent(Guid.CreateVersion7(entry.At), kind, entry.TicketId, entry.At, entry.ActorId, Call: null, causedByRules));
        }
    }

    /// <summary>Sends a message to its handler. Fails when there is none.</summary>
    public ValueTask SendAsync(object message) => outbox.SendAsync(message);

    /// <summary>Sends a message that is handled at <paramref name="at"/>, to within a few seconds; at once when that has passed.</summary>
    public ValueTask ScheduleAsync(object message, DateTimeOffset at) => outbox.ScheduleAsync(message, at);

    /// <summary>
    /// Saves the changes with all that was raised and sent, and commits the transaction if one was begun. May be called again for more.
    /// </summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">A row has changed since it was read; nothing is saved.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var e in _raised)
            await outbox.PublishAsync(e);
        await TellOpenPagesAsync(cancellationToken);
        _raised.Clear();
        // By default a scope sends once and silently keeps the rest.
        await outbox.SaveChangesAndFlushMessagesAsync(MultiFlushMode.AllowMultiples, cancellationToken);
    }

    // Calls tell of themselves. Replies are left out, because that something was written would tell customers of internal notes.
    private async Task TellOpenPagesAsync(CancellationToken cancellationToken)
    {
        foreach (var ticketId in _raised.Where(e => e.Kind is TicketEventKind.StatusChanged or TicketEventKind.Assigned).Select(e => e.TicketId).Distinct())
        {
            // Heard when the transaction commits, so a page that then reads sees the change.
            if (db.Database.CurrentTransaction is null)
                await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.NotifyTicketChangedAsync(ticketId, cancellationToken);
        }
    }

    private static TicketEventKind? KindOf(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Created => TicketEventKind.TicketCreated,
        TimelineKind.Assigned or TimelineKind.Unassigned => TicketEventKind.Assigned,
        TimelineKind.StatusChanged => TicketEventKind.StatusChanged,
        _ => null,
    };
}
