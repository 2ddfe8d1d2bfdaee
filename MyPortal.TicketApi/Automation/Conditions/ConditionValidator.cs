using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>Accepts conditions that can be decided, and explains about the others which part is wrong.</summary>
internal static class ConditionValidator
{
    public const int ValueLength = 200;
    public const int MaxValues = 20;
    public const int MaxInGroup = 10;

    public static void Validate(IReadOnlyList<RuleCondition?> conditions, TicketEventKind trigger, ValidationErrors errors)
    {
        for (var index = 0; index < conditions.Count; index++)
            Validate(conditions[index], $"conditions[{index}]", trigger, mayBeGroup: true, errors);
    }

    private static void Validate(RuleCondition? condition, string path, TicketEventKind trigger, bool mayBeGroup, ValidationErrors errors)
    {
        if (condition is null)
            errors.Add(path, "Give a field and an operator, or leave the condition out.");
        else if (condition.IsGroup)
            ValidateGroup(condition, path, trigger, mayBeGroup, errors);
        else
            ValidateTest(condition, path, trigger, errors);
    }

    private static void ValidateGroup(RuleCondition group, string path, TicketEventKind trigger, bool mayBeGroup, ValidationErrors errors)
    {
        if (!mayBeGroup)
            errors.Add(path, "A group holds tests, and no further groups.");
        else if (group.Field is not null || group.Operator is not null || group.Value is not null || group.Values is not null)
            errors.Add(path, "A condition is either a test or a group: give a field and an operator, or match and conditions.");
        else if (group.Match is null)
            errors.Add(path + ".match", "Say how the group's conditions count together: all or any.");
        else
            ValidateInner(group.Conditions, path + ".conditions", trigger, errors);
    }

    private static void ValidateInner(IReadOnlyList<RuleCondition?>? conditions, string path, TicketEventKind trigger, ValidationErrors errors)
    {
        if (conditions is not { Count: > 0 and <= MaxInGroup })
        {
            errors.Add(path, $"A group needs 1 to {MaxInGroup} conditions.");
            return;
        }
        for (var index = 0; index < conditions.Count; index++)
            Validate(conditions[index], $"{path}[{index}]", trigger, mayBeGroup: false, errors);
    }

    private static void ValidateTest(RuleCondition test, string path, TicketEventKind trigger, ValidationErrors errors)
    {
        if (Fields.Find(test.Field) is not { } field)
            errors.Add(path + ".field", "Choose a field from the list.");
        else if (!field.IsFor(trigger))
            errors.Add(path + ".field", $"{field.Name} is known only when the trigger is about a call.");
        else if (test.Operator is not { } comparison || !Comparisons.For(field.Type).Contains(comparison))
            errors.Add(path + ".operator", $"{field.Name} can be compared with {string.Join(", ", Comparisons.For(field.Type).Select(SnakeCase.Name))}.");
        else if (comparison is Comparison.IsOneOf)
            ValidateValues(test, path, field, errors);
        else if (test.Values is not null)
            errors.Add(path + ".values", "Only is_one_of takes several values; give one as value.");
        else if (!comparison.TakesValue() && test.Value is not null)
            errors.Add(path + ".value", "This comparison takes no value.");
        else if (comparison.TakesValue() && ValueProblem(test.Value, comparison, field) is { } problem)
            errors.Add(path + ".value", problem);
    }

    private static void ValidateValues(RuleCondition test, string path, Field field, ValidationErrors errors)
    {
        if (test.Value is not null)
            errors.Add(path + ".value", "is_one_of takes values, not value.");
        else if (test.Values is not { Count: > 0 and <= MaxValues } values || !values.All(field.Choices!.Contains))
            errors.Add(path + ".values", $"Choose from {string.Join(", ", field.Choices!)}.");
    }

    private static string? ValueProblem(string? value, Comparison comparison, Field field) => (field.Type, comparison) switch
    {
        (FieldType.Choice, _) => field.Choices!.Contains(value) ? null : $"Choose one of {string.Join(", ", field.Choices!)}.",
        (FieldType.Time, Comparison.WithinHours) => ConditionValue.Hours(value) is null ? $"Give hours as a number from 0 to {ConditionValue.MaxHours}." : null,
        (FieldType.Time, _) => ConditionValue.Moment(value) is null ? "Give a moment with its offset, for example 2026-12-01T14:00:00Z." : null,
        (FieldType.Number, _) => ConditionValue.Number(value) is null ? "Give a number, for example 3 or 2.5." : null,
        _ => value is { Length: > 0 and <= ValueLength } && !value.Contains('\0', StringComparison.Ordinal)
            ? null : $"Give a text of 1 to {ValueLength} characters.",
    };
}
