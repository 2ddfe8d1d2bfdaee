using System.Text.Json.Serialization;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>A rule as it is to be: when this happens, and these conditions hold, do that.</summary>
/// <param name="Name">What administrators call it: one line, 1 to 100 characters.</param>
/// <param name="Trigger">What sets it off.</param>
/// <param name="Enabled">False: kept, but never run.</param>
/// <param name="Match">How the conditions count together.</param>
/// <param name="Conditions">At most 20 tests or groups. Without any, the rule applies always.</param>
/// <param name="Actions">1 to 10, each done on its own: one that fails keeps no other from being done.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RuleRequest(
    string? Name,
    [property: JsonRequired] TicketEventKind Trigger,
    bool Enabled = true,
    Match Match = Match.All,
    IReadOnlyList<RuleCondition>? Conditions = null,
    IReadOnlyList<RuleAction>? Actions = null);

/// <summary>A rule as it is.</summary>
/// <param name="Id">Identifies the rule.</param>
/// <param name="Position">Rules of one trigger run in this order, smallest first.</param>
/// <param name="Name">What administrators call it.</param>
/// <param name="Enabled">Whether it runs.</param>
/// <param name="Trigger">What sets it off.</param>
/// <param name="Match">How the conditions count together.</param>
/// <param name="Conditions">What must hold.</param>
/// <param name="Actions">What it does.</param>
/// <param name="HasWebhookSecret">Whether a secret to sign its webhooks has been made.</param>
/// <param name="UpdatedAt">Last change, in UTC.</param>
/// <param name="Version">Opaque; also sent as <c>ETag</c>. Send it in <c>If-Match</c> when you change the rule.</param>
public sealed record Rule(
    Guid Id,
    int Position,
    string Name,
    bool Enabled,
    TicketEventKind Trigger,
    Match Match,
    IReadOnlyList<RuleCondition> Conditions,
    IReadOnlyList<RuleAction> Actions,
    bool HasWebhookSecret,
    DateTimeOffset UpdatedAt,
    string Version);

/// <summary>A rule that has just been saved.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="WebhookSecret">
/// The secret that signs the rule's webhooks, if this save made one. It is shown this once; ask for a new one when it is lost.
/// </param>
public sealed record SavedRule(Rule Rule, string? WebhookSecret);

/// <summary>All rules, in the order in which they run.</summary>
/// <param name="Rules">At most 200.</param>
public sealed record RuleList(IReadOnlyList<Rule> Rules);

/// <summary>Whether a rule is to run.</summary>
/// <param name="Enabled">False keeps the rule without running it.</param>
public sealed record EnabledChange([property: JsonRequired] bool Enabled);

/// <summary>The order in which rules are to run.</summary>
/// <param name="Ids">All rules, each once.</param>
public sealed record RuleOrder([property: JsonRequired] IReadOnlyList<Guid> Ids);

/// <summary>A new secret for a rule's webhooks; the one before is worthless from now on.</summary>
/// <param name="Secret">Shown this once.</param>
public sealed record WebhookSecretAnswer(string Secret);
