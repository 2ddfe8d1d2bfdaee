using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Automation.Outgoing;

namespace MyPortal.TicketApi.Automation;

/// <summary>Says about every part of a rule that makes no sense what would. What it accepts, the engine can run.</summary>
internal static class RuleValidator
{
    public const int NameLength = 100;
    public const int MaxConditions = 20;
    public const int MaxActions = 10;

    /// <summary>Messages by field, named as in JSON: <c>conditions[1].value</c>. Empty when the rule can be saved.</summary>
    public static Dictionary<string, string[]> Validate(RuleRequest rule, OutgoingAddresses addresses)
    {
        var errors = new ValidationErrors();
        if (string.IsNullOrWhiteSpace(rule.Name) || rule.Name.Trim().Length > NameLength || rule.Name.Any(char.IsControl))
            errors.Add("name", "Give the rule a name of at most 100 characters, in one line.");
        if (!Enum.IsDefined(rule.Trigger))
            errors.Add("trigger", "Choose what sets the rule off.");

        var conditions = rule.Conditions ?? [];
        if (conditions.Count > MaxConditions)
            errors.Add("conditions", $"Use at most {MaxConditions} conditions.");
        else
            ConditionValidator.Validate(conditions, rule.Trigger, errors);

        var actions = rule.Actions ?? [];
        if (actions.Count is 0 or > MaxActions)
            errors.Add("actions", $"Say what is to be done: 1 to {MaxActions} actions.");
        else
            ActionValidator.Validate(actions, rule.Trigger, addresses, errors);
        return errors.ToDictionary();
    }
}
