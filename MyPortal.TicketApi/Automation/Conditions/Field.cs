using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>One thing that a condition can look at.</summary>
/// <param name="Name">As rules spell it, for example <c>ticket.status</c>.</param>
/// <param name="Label">As pages call it.</param>
/// <param name="Read">The value: text, a moment or a decimal number, as the type says; null when it is not set.</param>
/// <param name="Choices">The values of a choice.</param>
internal sealed record Field(string Name, string Label, FieldType Type, Func<RuleSubject, object?> Read, IReadOnlyList<string>? Choices = null)
{
    /// <summary>Whether rules with this trigger can use the field: calls are known only where the trigger is about one.</summary>
    public bool IsFor(TicketEventKind trigger) => Triggers.IsAboutCall(trigger) || !Name.StartsWith("call.", StringComparison.Ordinal);
}
