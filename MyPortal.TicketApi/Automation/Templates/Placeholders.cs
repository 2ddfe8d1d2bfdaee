using System.Globalization;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Automation.Templates;

/// <summary>What a template may say of a ticket.</summary>
/// <param name="Subject">The ticket, its newest reply and its call.</param>
/// <param name="RuleName">The rule that speaks.</param>
/// <param name="PublicUrl">Origin of the portal's pages, without a slash at the end.</param>
internal sealed record TemplateFacts(RuleSubject Subject, string RuleName, string PublicUrl);

/// <param name="Meaning">As pages explain it.</param>
/// <param name="NeedsCall">Only for triggers that are about a call.</param>
internal sealed record PlaceholderDefinition(string Name, string Meaning, bool NeedsCall, Func<TemplateFacts, string> Value);

/// <summary>Every placeholder. docs/automation.md has the same list for people.</summary>
internal static class Placeholders
{
    public static readonly IReadOnlyList<PlaceholderDefinition> All =
    [
        new("ticket.number", "The ticket's number", false, facts => facts.Subject.Ticket.Number.ToString(CultureInfo.InvariantCulture)),
        new("ticket.subject", "The ticket's subject", false, facts => facts.Subject.Ticket.Subject),
        new("ticket.status", "Where the ticket stands, in words", false, facts => InWords(SnakeCase.Name(facts.Subject.Ticket.Status))),
        new("ticket.priority", "The ticket's priority, in words", false, facts => InWords(SnakeCase.Name(facts.Subject.Ticket.Priority))),
        new("ticket.link", "Address of the ticket's page", false, TicketLink),
        new("booking.link", "Address of the card to book a call, on the ticket's page", false, facts => TicketLink(facts) + "#booking-heading"),
        new("requester.name", "Who opened the ticket", false, facts => facts.Subject.Ticket.RequesterName),
        new("company.name", "The requester's company, or nothing", false, facts => facts.Subject.Ticket.CompanyName ?? ""),
        new("assignee.name", "Who has the ticket, or “our team”", false, facts => facts.Subject.Ticket.AssigneeName ?? "our team"),
        new("rule.name", "This rule's name", false, facts => facts.RuleName),
        new("call.start", "When the call starts, in the attendee's time zone", true, facts => CallTime(facts, call => call.Facts.Start)),
        new("call.end", "When the call ends, in the attendee's time zone", true, facts => CallTime(facts, call => call.Facts.End)),
        new("call.previous_start", "When the call was to start before it was moved", true, facts => CallTime(facts, call => call.Facts.PreviousStart)),
        new("call.reason", "The reason that was given, or nothing", true, facts => facts.Subject.Call?.Facts.Reason ?? ""),
    ];

    private static readonly Dictionary<string, PlaceholderDefinition> ByName = All.ToDictionary(placeholder => placeholder.Name);

    public static PlaceholderDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    public static string Names(bool hasCall) =>
        string.Join(", ", All.Where(placeholder => hasCall || !placeholder.NeedsCall).Select(placeholder => $"{{{{{placeholder.Name}}}}}"));

    private static string TicketLink(TemplateFacts facts) => $"{facts.PublicUrl}/tickets/{facts.Subject.Ticket.Number}";

    private static string InWords(string code) => code.Replace('_', ' ');

    private static string CallTime(TemplateFacts facts, Func<CallSubject, DateTimeOffset?> read) =>
        facts.Subject.Call is { } call && read(call) is { } moment ? CallTimes.Moment(moment, call.TimeZone) : "an unknown time";
}
