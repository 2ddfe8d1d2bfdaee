using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>
/// Does one action that changes the ticket or sends mail: the change, its events and the note that it is done are one transaction, behind a
/// lock on the action's row, so it happens once however often the message comes. A failure is noted and tried again later, and concerns no other action.
/// </summary>
[WolverineHandler]
public sealed class ActionRunner(
    TicketDbContext db, ActionLog log, SubjectLoader subjects, TicketActions tickets, MailActions mails, TicketOutbox outbox,
    PortalLinks links, AutomationTelemetry telemetry, TimeProvider clock)
{
    public async Task HandleAsync(RunAction message, CancellationToken cancellationToken)
    {
        var id = message.ActionRunId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await log.LockAsync(id, cancellationToken) is not { IsOver: false } action)
            return;
        var attempts = action.Attempts;
        using var activity = AutomationTelemetry.Start(action);
        try
        {
            var subject = await subjects.LoadAsync(action.Run.Event, cancellationToken) ?? throw new ActionRefusedException("The ticket is gone.");
            var context = new ActionContext(action, subject, links.Portal);
            string? note = null;
            if (action.Action.Kind is ActionKind.NotifyWatchers or ActionKind.SendMail)
                await mails.DoAsync(context, cancellationToken);
            else
                note = await tickets.DoAsync(context, cancellationToken);
            action.Succeed(note, clock.Now());
            await outbox.SaveAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            await transaction.RollbackAsync(cancellationToken);
            if (await log.FailAsync(id, attempts, failure, cancellationToken) is not { } failed)
                return;
            action = failed;
        }
        telemetry.Acted(action, activity);
    }
}
