using CsCheck;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Automation.Conditions;

using static MyPortal.Tests.Rules.Automation.Subjects;

namespace MyPortal.Tests.Rules.Automation;

public sealed class ConditionEvaluatorTests
{
    public static TheoryData<string, string, string?, bool> Tests() => new()
    {
        { "ticket.subject", "equal_to", "oven DISPLAY is dark", true },
        { "ticket.subject", "equal_to", "Oven", false },
        { "ticket.subject", "contains", "display", true },
        { "ticket.subject", "contains", "toaster", false },
        { "ticket.subject", "starts_with", "oven", true },
        { "ticket.subject", "starts_with", "display", false },
        { "ticket.assignee", "equal_to", "", false },
        { "ticket.assignee", "is_set", null, false },
        { "ticket.assignee", "is_not_set", null, true },
        { "ticket.company", "is_set", null, true },
        { "ticket.status", "is", "waiting_for_call", true },
        { "ticket.status", "is", "open", false },
        { "ticket.status", "is_one_of", "open,waiting_for_call", true },
        { "ticket.status", "is_one_of", "open,closed", false },
        { "ticket.priority", "is", "high", true },
        { "actor.role", "is", "customer", true },
        { "reply.internal", "is", "yes", true },
        { "reply.author_role", "is", "technician", true },
        { "ticket.replies", "equal_to", "3", true },
        { "ticket.replies", "equal_to", "3.0", true },
        { "ticket.replies", "greater_than", "2.5", true },
        { "ticket.replies", "greater_than", "3", false },
        { "ticket.replies", "less_than", "-1", false },
        { "ticket.opened", "before", "2026-12-01T00:00:00Z", true },
        { "ticket.opened", "after", "2026-12-01T00:00:00Z", false },
        { "ticket.opened", "within_hours", "47.9", false },
        { "ticket.opened", "within_hours", "48", true },
        { "call.start", "within_hours", "3", true },
        { "call.start", "within_hours", "2.9", false },
        { "call.start", "after", "2026-12-01T16:00:00+02:00", true },
        { "call.minutes", "equal_to", "30", true },
        { "call.moves", "greater_than", "1", true },
        { "call.reason", "contains", "train", true },
    };

    [Theory]
    [MemberData(nameof(Tests))]
    public void A_test_compares_as_its_operator_says(string field, string comparison, string? value, bool expected)
    {
        var operation = MyPortal.TicketApi.Infrastructure.SnakeCase.Value<Comparison>(comparison);
        var test = operation is Comparison.IsOneOf ? Test(field, operation, null, value!.Split(',')) : Test(field, operation, value);

        ConditionEvaluator.Evaluate(Match.All, [test], WithCall).Met.ShouldBe(expected);
        ConditionEvaluator.Evaluate(Match.All, [test with { Not = true }], WithCall).Met.ShouldBe(!expected);
    }

    [Fact]
    public void Every_field_that_is_not_set_meets_nothing_but_is_not_set()
    {
        foreach (var field in Fields.All.Where(field => field.Read(WithoutCall) is null))
        {
            foreach (var comparison in Comparisons.For(field.Type))
            {
                ConditionEvaluator.Evaluate(Match.All, [Test(field.Name, comparison, "1", "1")], WithoutCall).Met
                    .ShouldBe(comparison is Comparison.IsNotSet, $"{field.Name} {comparison}");
            }
        }
    }

    [Fact]
    public void The_explanation_names_each_condition_and_what_it_found()
    {
        RuleCondition[] conditions =
        [
            Test("ticket.status", Comparison.Is, "open"),
            new(Not: true, Match: Match.Any, Conditions: [Test("ticket.assignee", Comparison.IsSet), Test("ticket.replies", Comparison.LessThan, "2")]),
        ];

        var (met, results) = ConditionEvaluator.Evaluate(Match.Any, conditions, WithCall);

        met.ShouldBeTrue();
        results.Select(result => (result.Condition, result.Text, result.Met, result.Actual)).ShouldBe(
        [
            ("conditions[0]", "ticket.status is open", false, "waiting_for_call"),
            ("conditions[1]", "not: any of these", true, null),
        ]);
        results[1].Parts.Select(part => (part.Condition, part.Text, part.Met, part.Actual)).ShouldBe(
        [
            ("conditions[1].conditions[0]", "ticket.assignee is set", false, null),
            ("conditions[1].conditions[1]", "ticket.replies less than 2", false, "3"),
        ]);
    }

    [Fact]
    public void A_long_text_is_cut_in_the_explanation_but_not_in_the_comparison()
    {
        var subject = WithCall with { Ticket = TicketWith(description: new string('x', 78) + "\U0001F382" + new string('y', 1_000) + "end") };

        var result = ConditionEvaluator.Evaluate(Match.All, [Test("ticket.description", Comparison.Contains, "yend")], subject).Results.Single();

        result.Met.ShouldBeTrue();
        result.Actual.ShouldBe(new string('x', 78) + "…");
    }

    private static readonly Gen<RuleCondition> AnyTest = Gen.Select(
        Gen.OneOfConst([.. Fields.All.Select(field => field.Name), "ticket.nothing"]), Gen.Enum<Comparison>(), Gen.Bool,
        Gen.OneOfConst<string?>(null, "", "open", "3", "2026-12-01T12:00:00Z", "oven", "NaN", "1e999", "-5", "\u2028"),
        (field, comparison, not, value) => new RuleCondition(not, field, comparison, value, comparison is Comparison.IsOneOf ? [value ?? ""] : null));

    private static readonly Gen<RuleCondition> AnyCondition = Gen.OneOf(AnyTest,
        Gen.Select(Gen.Bool, Gen.Enum<Match>(), AnyTest.Array[0, 4], (not, match, tests) => new RuleCondition(not, Match: match, Conditions: tests)));

    private static readonly Gen<RuleSubject> AnySubject = Gen.OneOfConst(WithCall, WithoutCall);

    [Fact]
    public void All_and_any_and_not_are_what_logic_says() =>
        Gen.Select(AnyCondition.Array[1, 5], AnySubject).Sample(
            (conditions, subject) =>
            {
                var each = conditions.Select(condition => ConditionEvaluator.Evaluate(Match.All, [condition], subject).Met).ToArray();
                var turned = conditions.Select(condition => condition with { Not = !condition.Not }).ToArray();

                ConditionEvaluator.Evaluate(Match.All, conditions, subject).Met.ShouldBe(each.All(met => met));
                ConditionEvaluator.Evaluate(Match.Any, conditions, subject).Met.ShouldBe(each.Any(met => met));
                // De Morgan: none of them holds exactly when all of their opposites do.
                ConditionEvaluator.Evaluate(Match.All, turned, subject).Met.ShouldBe(!each.Any(met => met));
            });

    [Fact]
    public void Every_condition_is_explained_whatever_it_is() =>
        Gen.Select(AnyCondition.Array[0, 5], Gen.Enum<Match>(), AnySubject).Sample(
            (conditions, match, subject) =>
            {
                var results = ConditionEvaluator.Evaluate(match, conditions, subject).Results;
                return results.Count == conditions.Length
                    && results.Zip(conditions).All(pair => pair.First.Parts.Count == (pair.Second.Conditions?.Count ?? 0) && pair.First.Text.Length > 0);
            });
}
