namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>Why a condition held or did not.</summary>
/// <param name="Condition">Which one, as validation errors name it too, for example <c>conditions[1].conditions[0]</c>.</param>
/// <param name="Text">The condition in words.</param>
/// <param name="Met">Whether it held, with <c>not</c> already taken into account.</param>
/// <param name="Actual">A test: what the field was at that moment, cut after 80 characters; null when it was not set.</param>
/// <param name="Parts">A group: its conditions. Empty for a test.</param>
public sealed record ConditionResult(string Condition, string Text, bool Met, string? Actual, IReadOnlyList<ConditionResult> Parts);
