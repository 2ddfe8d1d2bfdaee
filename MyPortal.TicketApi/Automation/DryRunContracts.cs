using System.Text.Json.Serialization;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;

namespace MyPortal.TicketApi.Automation;

/// <summary>Which ticket to try a rule on.</summary>
/// <param name="TicketNumber">Its number.</param>
public sealed record DryRunRequest([property: JsonRequired] long TicketNumber);

/// <summary>What a rule would do on a ticket.</summary>
/// <param name="TicketNumber">The ticket's number.</param>
/// <param name="WouldRun">Whether its conditions hold.</param>
/// <param name="Call">For triggers about calls: the start of the call that was taken, in UTC; null when the ticket has none.</param>
/// <param name="Match">How the conditions count together.</param>
/// <param name="Conditions">Condition by condition.</param>
/// <param name="Actions">What it would do, also when its conditions do not hold.</param>
public sealed record DryRun(
    long TicketNumber, bool WouldRun, DateTimeOffset? Call, Match Match, IReadOnlyList<ConditionResult> Conditions, IReadOnlyList<DryRunAction> Actions);

/// <summary>One action as it would be done.</summary>
/// <param name="Action">The action.</param>
/// <param name="Subject">A mail's subject with its placeholders replaced.</param>
/// <param name="Text">The text with its placeholders replaced.</param>
public sealed record DryRunAction(RuleAction Action, string? Subject, string? Text);
