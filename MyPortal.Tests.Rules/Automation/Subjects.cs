using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.Tests.Rules.Automation;

/// <summary>One ticket with a call, for tests of what rules see.</summary>
internal static class Subjects
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly EventCall Call = new(Guid.NewGuid(), "uid", Now.AddHours(3), Now.AddHours(3.5), Now.AddHours(1), 2, "Train is late");

    public static readonly TicketFacts Ticket = new(
        Guid.NewGuid(), 1234, "Oven display is dark", "Since this morning.", TicketStatus.WaitingForCall, TicketPriority.High,
        "Robin Requester", "robin@northwind.example", "Northwind Bakery", null, Now.AddDays(-2), 3);

    public static readonly RuleSubject WithCall = new(
        Now, Role.Customer, Ticket, new ReplyFacts(Role.Technician, IsInternal: true, "Looked at it"), new CallSubject(Call, "Europe/Berlin"));

    public static readonly RuleSubject WithoutCall = WithCall with { Call = null, Reply = null };

    public static RuleCondition Test(string field, Comparison comparison, string? value = null, params string[] values) =>
        new(Field: field, Operator: comparison, Value: value, Values: values.Length == 0 ? null : values);
}
