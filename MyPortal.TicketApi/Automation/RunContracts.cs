using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>Some of what rules did, newest first.</summary>
/// <param name="Items">At most 50.</param>
/// <param name="NextCursor">Send it as <c>after</c> for older ones; null when there are none.</param>
public sealed record RunPage(IReadOnlyList<Run> Items, string? NextCursor);

/// <summary>One rule's answer to one event.</summary>
/// <param name="Id">Identifies the run.</param>
/// <param name="RuleId">The rule; it may have been changed or deleted since.</param>
/// <param name="RuleName">What the rule was called then.</param>
/// <param name="Trigger">What set it off.</param>
/// <param name="TicketNumber">On which ticket.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="CausedByRules">The rules that led to the event, first cause first; empty when a person or a calendar did.</param>
/// <param name="Conditions">Why, condition by condition.</param>
/// <param name="Actions">What it did.</param>
public sealed record Run(
    Guid Id,
    Guid RuleId,
    string RuleName,
    TicketEventKind Trigger,
    long TicketNumber,
    DateTimeOffset At,
    RunOutcome Outcome,
    IReadOnlyList<Guid> CausedByRules,
    IReadOnlyList<ConditionResult> Conditions,
    IReadOnlyList<RunStep> Actions);

/// <summary>One action of a run.</summary>
/// <param name="Id">Identifies the action, also for webhooks' receivers.</param>
/// <param name="Action">What was to be done.</param>
/// <param name="State">How far it has got.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Note">What went wrong last, or a remark on how it was done.</param>
/// <param name="NextAttemptAt">When it will be tried again, if it will.</param>
public sealed record RunStep(Guid Id, RuleAction Action, ActionState State, int Attempts, string? Note, DateTimeOffset? NextAttemptAt);
