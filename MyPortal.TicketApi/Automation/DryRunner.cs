using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Automation.Engine;
using MyPortal.TicketApi.Automation.Templates;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>Answers "what if": the same reading, deciding and rendering as for a real event, and nothing after that.</summary>
internal sealed class DryRunner(TicketDbContext db, SubjectLoader subjects, PortalLinks links, TimeProvider clock)
{
    /// <summary>Null when there is no such ticket.</summary>
    public async Task<DryRun?> RunAsync(AutomationRule rule, long ticketNumber, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.AsNoTracking().Where(ticket => ticket.Number == ticketNumber)
            .Select(ticket => new { ticket.Id, ticket.RequesterId }).SingleOrDefaultAsync(cancellationToken);
        if (ticket is null)
            return null;

        var isAboutCall = Triggers.IsAboutCall(rule.Trigger);
        var call = isAboutCall ? await CallAsync(ticket.Id, cancellationToken) : null;
        var imagined = new TicketEvent(Guid.Empty, rule.Trigger, ticket.Id, clock.Now(), isAboutCall ? null : ticket.RequesterId, call, []);
        if (await subjects.LoadAsync(imagined, cancellationToken) is not { } subject)
            return null;

        var definition = rule.Definition;
        var (met, results) = ConditionEvaluator.Evaluate(definition.Match, definition.Conditions, subject);
        var facts = new TemplateFacts(subject, rule.Name, links.Portal);
        return new DryRun(ticketNumber, met, call?.Start, definition.Match, results,
            [.. definition.Actions.Select(action => new DryRunAction(action,
                action.Subject is { } line ? Template.RenderLine(line, facts) : null,
                action.Text is { } text ? Template.Render(text, facts, TextLimits.MaxTextLength) : null))]);
    }

    private async Task<EventCall?> CallAsync(Guid ticketId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var call = await db.Calls.AsNoTracking().Where(call => call.TicketId == ticketId)
            .OrderByDescending(call => call.End > now).ThenBy(call => call.End > now ? call.Start : now)
            .ThenByDescending(call => call.Start)
            .FirstOrDefaultAsync(cancellationToken);
        return call is null ? null : new EventCall(call.Id, call.HeadUid, call.Start, call.End, null, call.Sequence, null);
    }
}
