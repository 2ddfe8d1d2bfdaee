namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>Decides conditions, and says about each what it found. Pure, and total: a condition that makes no sense does not hold.</summary>
internal static class ConditionEvaluator
{
    public static (bool Met, IReadOnlyList<ConditionResult> Results) Evaluate(Match match, IReadOnlyList<RuleCondition> conditions, RuleSubject subject) =>
        Evaluate(match, conditions, subject, "conditions");

    private static (bool Met, IReadOnlyList<ConditionResult> Results) Evaluate(
        Match match, IReadOnlyList<RuleCondition> conditions, RuleSubject subject, string path)
    {
        // All of them, also after the outcome is certain: the log is there to explain.
        var results = conditions.Select((condition, index) => Explain(condition, subject, $"{path}[{index}]")).ToList();
        var met = results.Count == 0 || (match is Match.All ? results.TrueForAll(result => result.Met) : results.Exists(result => result.Met));
        return (met, results);
    }

    private static ConditionResult Explain(RuleCondition condition, RuleSubject subject, string path)
    {
        var not = condition.Not ? "not: " : "";
        if (condition.IsGroup)
        {
            var match = condition.Match ?? Match.All;
            var (met, parts) = Evaluate(match, condition.Conditions ?? [], subject, path + ".conditions");
            return new ConditionResult(path, not + (match is Match.All ? "all of these" : "any of these"), met != condition.Not, null, parts);
        }

        var value = Fields.Find(condition.Field)?.Read(subject);
        return new ConditionResult(path, not + Words(condition), Holds(condition, value, subject.At) != condition.Not, ConditionValue.Show(value), []);
    }

    private static bool Holds(RuleCondition test, object? value, DateTimeOffset at) => (test.Operator, value) switch
    {
        (Comparison.IsSet, _) => value is not null,
        (Comparison.IsNotSet, _) => value is null,
        (Comparison.EqualTo, string text) => string.Equals(text, test.Value, StringComparison.OrdinalIgnoreCase),
        (Comparison.Contains, string text) => test.Value is { } part && text.Contains(part, StringComparison.OrdinalIgnoreCase),
        (Comparison.StartsWith, string text) => test.Value is { } start && text.StartsWith(start, StringComparison.OrdinalIgnoreCase),
        (Comparison.Is, string choice) => choice == test.Value,
        (Comparison.IsOneOf, string choice) => test.Values?.Contains(choice) ?? false,
        (Comparison.Before, DateTimeOffset moment) => ConditionValue.Moment(test.Value) is { } limit && moment < limit,
        (Comparison.After, DateTimeOffset moment) => ConditionValue.Moment(test.Value) is { } limit && moment > limit,
        (Comparison.WithinHours, DateTimeOffset moment) => ConditionValue.Hours(test.Value) is { } hours && (moment - at).Duration() <= TimeSpan.FromHours(hours),
        (Comparison.EqualTo, decimal number) => number == ConditionValue.Number(test.Value),
        (Comparison.LessThan, decimal number) => number < ConditionValue.Number(test.Value),
        (Comparison.GreaterThan, decimal number) => number > ConditionValue.Number(test.Value),
        _ => false,
    };

    private static string Words(RuleCondition test)
    {
        var comparison = test.Operator ?? Comparison.IsSet;
        if (comparison is Comparison.WithinHours)
            return $"{test.Field} within {test.Value} hours";
        var words = $"{test.Field} {comparison.InWords()}";
        return comparison.TakesValue() ? $"{words} {(test.Values is null ? test.Value : string.Join(", ", test.Values))}" : words;
    }
}
