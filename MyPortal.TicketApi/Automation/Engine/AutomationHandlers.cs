using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Automation.Engine;

[WolverineHandler]
internal static class AutomationHandlers
{
    public static Task HandleAsync(TicketEvent ticketEvent, RuleEngine engine, CancellationToken cancellationToken) =>
        engine.AnswerAsync(ticketEvent, cancellationToken);

    public static Task HandleAsync(RunAction message, ActionRunner runner, CancellationToken cancellationToken) =>
        runner.RunAsync(message.ActionRunId, cancellationToken);

    public static Task HandleAsync(RunWebhook message, WebhookRunner runner, CancellationToken cancellationToken) =>
        runner.RunAsync(message.ActionRunId, cancellationToken);
}
