using System.Text.Json;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation.Outgoing;

/// <summary>
/// What a webhook tells: ids, kinds and times, and the text that the rule's template makes, if it has one. docs/automation.md describes it for
/// receivers.
/// </summary>
internal sealed record WebhookBody(
    Guid Id, TicketEventKind Event, DateTimeOffset At, WebhookRule Rule, WebhookTicket Ticket, WebhookCall? Call, string? Text)
{
    // Also in its longest JSON spelling the text leaves the body below 64 KB.
    private const int TextLength = 10_000;

    public static byte[] Write(ActionContext context)
    {
        var (e, call) = (context.Event, context.Event.Call);
        return JsonSerializer.SerializeToUtf8Bytes(
            new WebhookBody(context.Run.Id, e.Kind, e.At,
                new WebhookRule(context.Run.Run.RuleId),
                new WebhookTicket(context.Subject.Ticket.Id, context.Subject.Ticket.Number),
                call is null ? null : new WebhookCall(call.CallId, call.Start, call.End, call.PreviousStart),
                context.Action.Text is null ? null : context.Text(TextLength)),
            AutomationJson.Options);
    }
}

internal sealed record WebhookRule(Guid Id);

internal sealed record WebhookTicket(Guid Id, long Number);

internal sealed record WebhookCall(Guid Id, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset? PreviousStart);
