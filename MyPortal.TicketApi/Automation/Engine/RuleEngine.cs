using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>
/// Answers an event with the rules that it sets off: records what each found, and hands its actions on, all in one transaction. The same
/// event again finds its runs recorded and does nothing; two at once meet the unique index, and the loser comes again.
/// </summary>
[WolverineHandler]
public sealed class RuleEngine(
    TicketDbContext db, SubjectLoader subjects, TicketOutbox outbox, AutomationTelemetry telemetry, TimeProvider clock)
{
    public async Task HandleAsync(TicketEvent ticketEvent, CancellationToken cancellationToken)
    {
        var rules = await db.AutomationRules.AsNoTracking()
            .Where(rule => rule.Trigger == ticketEvent.Kind && rule.Enabled
                && !db.Set<AutomationRun>().Any(run => run.RuleId == rule.Id && run.EventId == ticketEvent.Id))
            .OrderBy(rule => rule.Position).ThenBy(rule => rule.Id)
            .ToListAsync(cancellationToken);
        if (rules.Count == 0 || await subjects.LoadAsync(ticketEvent, cancellationToken) is not { } subject)
            return;

        var runsLately = await RunsLatelyAsync(ticketEvent.TicketId, cancellationToken);
        var runs = rules.ConvertAll(rule => Run(rule, ticketEvent, subject, runsLately.GetValueOrDefault(rule.Id)));
        db.AutomationRuns.AddRange(runs);
        foreach (var action in runs.SelectMany(run => run.Actions))
            await outbox.SendAsync(MessageFor(action));
        await outbox.SaveAsync(cancellationToken);
        runs.ForEach(telemetry.Ran);
    }

    internal static object MessageFor(AutomationActionRun action) =>
        action.Action.Kind is ActionKind.CallWebhook ? new RunWebhook(action.Id) : new RunAction(action.Id);

    private Task<Dictionary<Guid, int>> RunsLatelyAsync(Guid ticketId, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - LoopGuard.Window;
        return db.AutomationRuns.Where(run => run.TicketId == ticketId && run.At > since && run.Outcome == RunOutcome.Ran)
            .GroupBy(run => run.RuleId).Select(runs => new { runs.Key, Count = runs.Count() })
            .ToDictionaryAsync(runs => runs.Key, runs => runs.Count, cancellationToken);
    }

    private AutomationRun Run(AutomationRule rule, TicketEvent ticketEvent, RuleSubject subject, int runsLately)
    {
        var now = clock.Now();
        var skipped = LoopGuard.Skip(rule.Id, ticketEvent, runsLately);
        var (met, explanation) = skipped is null
            ? ConditionEvaluator.Evaluate(rule.Definition.Match, rule.Definition.Conditions, subject) : (false, []);
        var run = new AutomationRun
        {
            Id = Guid.CreateVersion7(now),
            RuleId = rule.Id,
            RuleName = rule.Name,
            EventId = ticketEvent.Id,
            Trigger = ticketEvent.Kind,
            TicketId = ticketEvent.TicketId,
            At = now,
            Outcome = skipped ?? (met ? RunOutcome.Ran : RunOutcome.NotMet),
            Event = ticketEvent,
            Explanation = explanation,
        };
        if (met)
        {
            run.Actions.AddRange(rule.Definition.Actions.Select((action, index) => new AutomationActionRun
            {
                Id = Guid.CreateVersion7(now),
                RunId = run.Id,
                Index = index,
                Action = action,
                UpdatedAt = now,
            }));
        }
        return run;
    }
}
