using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Automation.Engine;
using MyPortal.TicketApi.Automation.Templates;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.Replies;

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
                action.Text is { } text ? Template.Render(text, facts, NewReply.BodyLength) : null))]);
    }

    private async Task<CallFacts?> CallAsync(Guid ticketId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var booking = await db.Bookings.AsNoTracking().Where(booking => booking.TicketId == ticketId)
            .OrderByDescending(booking => booking.End > now).ThenBy(booking => booking.End > now ? booking.Start : now)
            .ThenByDescending(booking => booking.Start)
            .FirstOrDefaultAsync(cancellationToken);
        return booking is null ? null : new CallFacts(booking.Id, booking.HeadUid, booking.Start, booking.End, null, booking.Sequence, null);
    }
}
