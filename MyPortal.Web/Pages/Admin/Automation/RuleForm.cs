using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>A rule as its form shows it: the first group holds the rule's own conditions, each further one is a condition among them.</summary>
public sealed class RuleForm
{
    public string? Name { get; set; }
    public string? Trigger { get; set; }
    public bool Enabled { get; set; }
    public List<GroupForm> Groups { get; set; } = [];
    public List<ActionForm> Actions { get; set; } = [];

    public static RuleForm New() => new() { Enabled = true, Groups = [new()] };

    public static RuleForm Of(Rule rule) => new()
    {
        Name = rule.Name,
        Trigger = rule.Trigger,
        Enabled = rule.Enabled,
        Groups =
        [
            new() { Match = rule.Match, Tests = [.. rule.Conditions.Where(condition => condition.Conditions is null).Select(TestForm.Of)] },
            .. rule.Conditions.Where(condition => condition.Conditions is not null).Select(GroupForm.Of),
        ],
        Actions = [.. rule.Actions.Select(ActionForm.Of)],
    };
}

/// <summary>Conditions that count together.</summary>
public sealed class GroupForm
{
    public string Match { get; set; } = "all";
    public bool Not { get; set; }
    public List<TestForm> Tests { get; set; } = [];

    public static GroupForm Of(RuleCondition group) =>
        new() { Match = group.Match ?? "all", Not = group.Not, Tests = [.. (group.Conditions ?? []).Select(TestForm.Of)] };
}

/// <summary>One condition.</summary>
public sealed class TestForm
{
    public bool Not { get; set; }
    public string? Field { get; set; }
    public string? Operator { get; set; }

    /// <summary>As people type it: a moment without offset is UTC.</summary>
    public string? Value { get; set; }

    /// <summary>The marked choices.</summary>
    public List<string> Values { get; set; } = [];

    public static TestForm Of(RuleCondition test) => new()
    {
        Not = test.Not,
        Field = test.Field,
        // On the form one marked choice and several are the same question.
        Operator = test.Operator is "is" ? "is_one_of" : test.Operator,
        Value = test.Operator is "before" or "after" ? Moments.ToTyped(test.Value) : test.Value,
        Values = test.Operator is "is" && test.Value is { } value ? [value] : [.. test.Values ?? []],
    };

    public RuleCondition ToCondition() => Operator switch
    {
        "is_one_of" => new(Not, Field, Operator, Values: Values),
        "is_set" or "is_not_set" => new(Not, Field, Operator),
        "before" or "after" => new(Not, Field, Operator, Moments.FromTyped(Value)),
        _ => new(Not, Field, Operator, Value?.Trim()),
    };
}

/// <summary>One thing to do; its kind decides which fields it has.</summary>
public sealed class ActionForm
{
    public string Kind { get; set; } = "";
    public string? Status { get; set; }
    public string? Priority { get; set; }
    public Guid? AssigneeId { get; set; }
    public string? Address { get; set; }
    public string? Url { get; set; }
    public string? Subject { get; set; }
    public string? Text { get; set; }

    public static ActionForm Of(RuleAction action) => new()
    {
        Kind = action.Kind,
        Status = action.Status,
        Priority = action.Priority,
        AssigneeId = action.AssigneeId,
        Address = action.Address,
        Url = action.Url,
        Subject = action.Subject,
        Text = action.Text,
    };

    public RuleAction ToAction() => new(
        Kind, Status, Priority, AssigneeId, Typed(Address), Typed(Url), Typed(Subject), string.IsNullOrWhiteSpace(Text) ? null : Text);

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
