using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Infrastructure.Periodic;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>One rule's answer to one event. At most one each: the database says so, however often the event comes.</summary>
internal sealed class AutomationRun
{
    public static readonly Retention<AutomationRun> Retention = new(TimeSpan.FromDays(90), (runs, before) => runs.Where(run => run.At < before));

    public Guid Id { get; init; }

    /// <summary>No foreign key: what a rule did stays known when the rule is deleted.</summary>
    public Guid RuleId { get; init; }

    public required string RuleName { get; init; }
    public Guid EventId { get; init; }
    public TicketEventKind Trigger { get; init; }
    public Guid TicketId { get; init; }
    public Ticket Ticket { get; init; } = null!;
    public DateTimeOffset At { get; init; }
    public RunOutcome Outcome { get; init; }

    /// <summary>The event as it was, for actions that run later.</summary>
    public required TicketEvent Event { get; init; }

    public required IReadOnlyList<ConditionResult> Explanation { get; init; }
    public List<AutomationActionRun> Actions { get; } = [];
}
