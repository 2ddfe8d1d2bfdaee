using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.LiveUpdates;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;
using Wolverine;
using Wolverine.EntityFrameworkCore;
using Wolverine.Runtime;

namespace MyPortal.TicketApi.Tickets.Events;

/// <summary>
/// The one way to save a change of a ticket: <see cref="SaveAsync"/> stores it together with all that tells others of it, all or nothing:
/// the tickets' own events, whatever was raised, sent or scheduled here, and word to open pages. Handled afterwards, also if this process dies
/// meanwhile.
/// </summary>
public sealed class TicketOutbox(IDbContextOutbox<TicketDbContext> outbox, TicketDbContext db, TicketTelemetry telemetry)
{
    private readonly List<TicketEvent> _raised = [];

    /// <summary>Tells of an event that is not a ticket's own doing, once the change is saved. That nobody handles it is no error.</summary>
    public void Raise(TicketEvent e) => _raised.Add(e);

    /// <summary>Sends a message to its handler. Fails when there is none.</summary>
    public ValueTask SendAsync(object message) => outbox.SendAsync(message);

    /// <summary>Sends a message that is handled at <paramref name="at"/>, to within a few seconds; at once when that has passed.</summary>
    public ValueTask ScheduleAsync(object message, DateTimeOffset at) => outbox.ScheduleAsync(message, at);

    /// <summary>
    /// Saves the changes with all that tells of them, and commits the transaction if one was begun; counts what was saved. May be called again
    /// for more.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">A row has changed since it was read; nothing is saved.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var replies = Added<Reply>();
        var entries = Added<TimelineEntry>();
        foreach (var ticket in db.ChangeTracker.Entries<Ticket>().Select(entry => entry.Entity).Where(ticket => ticket.Events.Count > 0))
        {
            _raised.AddRange(ticket.Events);
            ticket.Events.Clear();
        }
        foreach (var e in _raised)
            await outbox.PublishAsync(e);
        await TellOpenPagesAsync(replies, cancellationToken);
        _raised.Clear();
        // By default a scope sends once and silently keeps the rest.
        await outbox.SaveChangesAndFlushMessagesAsync(MultiFlushMode.AllowMultiples, cancellationToken);
        telemetry.Saved(replies, entries);
    }

    private List<T> Added<T>() where T : class =>
        [.. db.ChangeTracker.Entries<T>().Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity)];

    // Calls tell of themselves. Of an internal note only staff hear: even that one was written is not for customers.
    private async Task TellOpenPagesAsync(List<Reply> replies, CancellationToken cancellationToken)
    {
        var changed = _raised.Where(e => e.Kind is TicketEventKind.StatusChanged or TicketEventKind.Assigned)
            .Select(e => new TicketNews(e.TicketId, IsForStaff: false));
        var written = replies.Select(reply => new TicketNews(reply.TicketId, reply.IsInternal));
        foreach (var news in changed.Concat(written).Distinct())
        {
            // Heard when the transaction commits, so a page that then reads sees the change.
            if (db.Database.CurrentTransaction is null)
                await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.TellAsync(news, cancellationToken);
        }
    }
}
