namespace MyPortal.Web.Clients;

// What pages read and write of TicketApi's automation. TicketApi's committed OpenAPI document says what it means.

/// <summary>What is sent to save a rule; no record, because nothing reads it.</summary>
public sealed class RuleRequest
{
    public string? Name { get; init; }
    public string? Trigger { get; init; }
    public bool Enabled { get; init; }
    public required string Match { get; init; }
    public required IReadOnlyList<RuleCondition> Conditions { get; init; }
    public required IReadOnlyList<RuleAction> Actions { get; init; }
}

public sealed record RuleCondition(
    bool Not = false, string? Field = null, string? Operator = null, string? Value = null, IReadOnlyList<string>? Values = null,
    string? Match = null, IReadOnlyList<RuleCondition>? Conditions = null);

public sealed record RuleAction(
    string Kind, string? Status = null, string? Priority = null, Guid? AssigneeId = null, string? Address = null, string? Url = null,
    string? Subject = null, string? Text = null);

public sealed record Rule(
    Guid Id, string Name, bool Enabled, string Trigger, string Match, IReadOnlyList<RuleCondition> Conditions, IReadOnlyList<RuleAction> Actions,
    bool HasWebhookSecret, string Version);

public sealed record RuleList(IReadOnlyList<Rule> Rules);

public sealed record SavedRule(Rule Rule, string? WebhookSecret);

public sealed record WebhookSecret(string Secret);

public sealed record Vocabulary(
    IReadOnlyList<TriggerWord> Triggers, IReadOnlyList<FieldWord> Fields, IReadOnlyList<ActionWord> Actions, IReadOnlyList<PlaceholderWord> Placeholders)
{
    public string TriggerLabel(string? trigger) => Triggers.FirstOrDefault(word => word.Trigger == trigger)?.Label ?? trigger ?? "";

    public string ActionLabel(string kind) => Actions.FirstOrDefault(word => word.Action == kind)?.Label ?? kind;

    public FieldWord? Field(string? name) => Fields.FirstOrDefault(word => word.Field == name);
}

public sealed record TriggerWord(string Trigger, string Label, bool IsAboutCall);

public sealed record FieldWord(string Field, string Label, string Type, IReadOnlyList<string> Operators, IReadOnlyList<string>? Choices, bool NeedsCall);

public sealed record ActionWord(string Action, string Label, IReadOnlyList<ParameterWord> Parameters);

public sealed record ParameterWord(string Name, bool Required);

public sealed record PlaceholderWord(string Placeholder, string Meaning, bool NeedsCall);

public sealed record ConditionResult(string Condition, string Text, bool Met, string? Actual, IReadOnlyList<ConditionResult> Parts);

public sealed record DryRun(
    long TicketNumber, bool WouldRun, DateTimeOffset? Call, string Match, IReadOnlyList<ConditionResult> Conditions, IReadOnlyList<DryRunAction> Actions);

public sealed record DryRunAction(RuleAction Action, string? Subject, string? Text);

public sealed record RunPage(IReadOnlyList<Run> Items, string? NextCursor);

public sealed record Run(
    Guid Id, Guid RuleId, string RuleName, string Trigger, long TicketNumber, DateTimeOffset At, string Outcome, IReadOnlyList<Guid> CausedByRules,
    IReadOnlyList<ConditionResult> Conditions, IReadOnlyList<RunStep> Actions);

public sealed record RunStep(Guid Id, RuleAction Action, string State, int Attempts, string? Note, DateTimeOffset? NextAttemptAt);
