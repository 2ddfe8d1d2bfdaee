using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Automation.Conditions;

/// <summary>Every field that conditions know. docs/automation.md has the same list for people.</summary>
internal static class Fields
{
    private static readonly string[] YesNo = ["yes", "no"];

    public static readonly IReadOnlyList<Field> All =
    [
        Choice("ticket.status", "Ticket: status", subject => SnakeCase.Name(subject.Ticket.Status), Names<TicketStatus>()),
        Choice("ticket.priority", "Ticket: priority", subject => SnakeCase.Name(subject.Ticket.Priority), Names<TicketPriority>()),
        Text("ticket.subject", "Ticket: subject", subject => subject.Ticket.Subject),
        Text("ticket.description", "Ticket: description", subject => subject.Ticket.Description),
        Text("ticket.assignee", "Ticket: assignee's name", subject => subject.Ticket.Assignee?.Name),
        Text("ticket.company", "Ticket: company's name", subject => subject.Ticket.Company?.Name),
        Text("requester.name", "Requester: name", subject => subject.Ticket.Requester.Name),
        Text("requester.email", "Requester: e-mail address", subject => subject.Ticket.Requester.Email),
        Number("ticket.replies", "Ticket: number of replies", subject => subject.ReplyCount),
        Time("ticket.opened", "Ticket: when it was opened", subject => subject.Ticket.CreatedAt),
        Choice("actor.role", "Event: whose doing it was", subject => SnakeCase.Name(subject.Actor), Names<Role>()),
        Choice("reply.author_role", "Latest reply: author's role", subject => subject.Reply is { } reply ? SnakeCase.Name(reply.AuthorRole) : null, Names<Role>()),
        Choice("reply.internal", "Latest reply: is an internal note", subject => subject.Reply is { } reply ? reply.IsInternal ? "yes" : "no" : null, YesNo),
        Text("reply.text", "Latest reply: text", subject => subject.Reply?.Body),
        Time("call.start", "Call: start", subject => subject.Call?.Facts.Start),
        Time("call.end", "Call: end", subject => subject.Call?.Facts.End),
        Time("call.previous_start", "Call: start before it was moved", subject => subject.Call?.Facts.PreviousStart),
        Number("call.minutes", "Call: length in minutes", subject => subject.Call is { } call ? (decimal)(call.Facts.End - call.Facts.Start).TotalMinutes : null),
        Number("call.moves", "Call: how often it was moved", subject => subject.Call?.Facts.Sequence),
        Text("call.reason", "Call: reason given", subject => subject.Call?.Facts.Reason),
    ];

    private static readonly Dictionary<string, Field> ByName = All.ToDictionary(field => field.Name);

    public static Field? Find(string? name) => name is not null && ByName.TryGetValue(name, out var field) ? field : null;

    private static Field Text(string name, string label, Func<RuleSubject, string?> read) =>
        new(name, label, FieldType.Text, subject => read(subject) is { Length: > 0 } text ? text : null);

    private static Field Choice(string name, string label, Func<RuleSubject, string?> read, IReadOnlyList<string> choices) =>
        new(name, label, FieldType.Choice, read, choices);

    private static Field Time(string name, string label, Func<RuleSubject, DateTimeOffset?> read) =>
        new(name, label, FieldType.Time, subject => read(subject));

    private static Field Number(string name, string label, Func<RuleSubject, decimal?> read) =>
        new(name, label, FieldType.Number, subject => read(subject));

    private static string[] Names<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(SnakeCase.Name)];
}
