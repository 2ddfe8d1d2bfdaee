using System.Text.Json.Serialization;

namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>How the conditions of a list count together.</summary>
public enum Match
{
    /// <summary>Every one must hold. An empty list holds.</summary>
    All,

    /// <summary>At least one must hold. An empty list holds too: a rule without conditions always applies.</summary>
    Any,
}

/// <summary>
/// One condition: either a test (<c>field</c>, <c>operator</c> and, for most operators, <c>value</c> or <c>values</c>) or a group
/// (<c>match</c> and <c>conditions</c>, which are tests).
/// </summary>
/// <param name="Not">Turns the condition round: it holds when it otherwise would not.</param>
/// <param name="Field">A test: what to look at; one of the vocabulary's fields.</param>
/// <param name="Operator">A test: how to compare; one that the field's type has.</param>
/// <param name="Value">
/// A test: what to compare with, at most 200 characters. An ISO 8601 moment with its offset for <c>before</c> and <c>after</c>, hours (0 to 8760)
/// for <c>within_hours</c>, a decimal number for numbers. Left out for <c>is_one_of</c>, <c>is_set</c> and <c>is_not_set</c>.
/// </param>
/// <param name="Values">A test with <c>is_one_of</c>: 1 to 20 of the field's choices.</param>
/// <param name="Match">A group: how its conditions count together.</param>
/// <param name="Conditions">A group: 1 to 10 tests.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RuleCondition(
    bool Not = false,
    string? Field = null,
    Comparison? Operator = null,
    string? Value = null,
    IReadOnlyList<string>? Values = null,
    Match? Match = null,
    IReadOnlyList<RuleCondition>? Conditions = null)
{
    internal bool IsGroup => Conditions is not null || Match is not null;
}
