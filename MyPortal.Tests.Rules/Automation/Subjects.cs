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

    public static readonly RuleSubject WithCall = new(
        Now, Role.Customer, TicketWith(), ReplyCount: 3, new ReplyFacts(Role.Technician, IsInternal: true, "Looked at it"), new CallSubject(Call, "Europe/Berlin"));

    public static readonly RuleSubject WithoutCall = WithCall with { Call = null, Reply = null };

    public static Ticket TicketWith(string subject = "Oven display is dark", string description = "Since this morning.")
    {
        var ticket = new Ticket
        {
            Id = Guid.NewGuid(),
            Number = 1234,
            Subject = subject,
            Description = description,
            Requester = new Person { Name = "Robin Requester", Email = "robin@northwind.example" },
            Company = new Company { Name = "Northwind Bakery" },
            CreatedAt = Now.AddDays(-2),
        };
        var change = new Change(ActorId: null, Now);
        ticket.ChangeStatus(TicketStatus.WaitingForCall, change);
        ticket.ChangePriority(TicketPriority.High, change);
        return ticket;
    }

    public static RuleCondition Test(string field, Comparison comparison, string? value = null, params string[] values) =>
        new(Field: field, Operator: comparison, Value: value, Values: values.Length == 0 ? null : values);
}
