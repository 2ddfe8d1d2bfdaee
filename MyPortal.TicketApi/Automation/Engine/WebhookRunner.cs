using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Outgoing;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>
/// Calls one webhook. No transaction is open meanwhile, so a receiver may, after a crash of ours, hear of the same action twice, under the same
/// delivery id.
/// </summary>
[WolverineHandler]
public sealed class WebhookRunner(
    TicketDbContext db, ActionLog log, SubjectLoader subjects, WebhookSecrets secrets, WebhookSender sender,
    PortalLinks links, AutomationTelemetry telemetry, TimeProvider clock)
{
    public async Task HandleAsync(RunWebhook message, CancellationToken cancellationToken)
    {
        var id = message.ActionRunId;
        if (await log.ReadAsync(id, cancellationToken) is not { IsOver: false } action)
            return;
        var attempts = action.Attempts;
        using var activity = AutomationTelemetry.Start(action);
        try
        {
            await SendAsync(action, cancellationToken);
            action.Succeed(null, clock.Now());
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (await log.FailAsync(id, attempts, failure, cancellationToken) is not { } failed)
                return;
            action = failed;
        }
        telemetry.Acted(action, activity);
    }

    private async Task SendAsync(AutomationActionRun action, CancellationToken cancellationToken)
    {
        var kept = await db.AutomationRules.Where(rule => rule.Id == action.Run.RuleId).Select(rule => rule.WebhookSecret).SingleOrDefaultAsync(cancellationToken)
            ?? throw new ActionRefusedException("The rule, and with it the secret to sign with, is gone.");
        var subject = await subjects.LoadAsync(action.Run.Event, cancellationToken) ?? throw new ActionRefusedException("The ticket is gone.");
        var body = WebhookBody.Write(new ActionContext(action, subject, links.Portal));
        await sender.SendAsync(new Uri(action.Action.Url!), body, WebhookSignature.Create(secrets.Read(kept), clock.GetUtcNow(), body), action.Id, cancellationToken);
    }
}
