using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.LiveUpdates;

/// <summary>
/// Tells open pages of a new status or assignee, whoever set it: people, or a rule that answers to a call. Calls tell of themselves. Replies
/// are left out, because that something was written would tell customers of internal notes.
/// </summary>
[WolverineHandler]
internal static class LiveEventHandler
{
    public static Task HandleAsync(TicketEvent e, TicketDbContext db, CancellationToken cancellationToken) =>
        e.Kind is TicketEventKind.StatusChanged or TicketEventKind.Assigned
            ? db.Database.NotifyTicketChangedAsync(e.TicketId, cancellationToken)
            : Task.CompletedTask;
}
