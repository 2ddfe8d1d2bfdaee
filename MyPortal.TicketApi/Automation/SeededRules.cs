using System.Text.Json;
using Microsoft.EntityFrameworkCore.Migrations;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>
/// The rules that every portal starts with. The migration that makes the table adds them, hence once; from then on they are administrators' to
/// change or delete.
/// </summary>
internal static class SeededRules
{
    private static readonly DateTimeOffset MadeAt = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<AutomationRule> All() =>
    [
        Rule(1, "Call booked: wait for it", TicketEventKind.CallBooked, [StatusIs(not: true, TicketStatus.Closed)],
            new RuleAction(ActionKind.SetStatus, Status: TicketStatus.WaitingForCall)),
        Rule(2, "Call over: back to work, and ask how it went", TicketEventKind.CallEnded, [StatusIs(not: true, TicketStatus.Resolved, TicketStatus.Closed)],
            new RuleAction(ActionKind.SetStatus, Status: TicketStatus.InProgress),
            new RuleAction(ActionKind.AddInternalNote, Text:
                "The call of {{call.start}} should be over. How did it go? Please write the outcome down here, and set the status that fits now.")),
        Rule(3, "No-show: offer another time", TicketEventKind.CallNoShow, [StatusIs(not: true, TicketStatus.Closed)],
            new RuleAction(ActionKind.AddPublicReply, Text:
                "Hello {{requester.name}},\n\nwe missed each other at the call of {{call.start}}. That happens. "
                + "{{assignee.name}} will be glad to find another time with you; choose the one that suits you here:\n\n{{booking.link}}")),
    ];

    public static void AddTo(MigrationBuilder migration)
    {
        foreach (var rule in All())
        {
            migration.InsertData("automation_rules",
                ["id", "position", "name", "enabled", "trigger", "definition", "updated_at"],
                ["uuid", "integer", "character varying(100)", "boolean", "character varying(32)", "jsonb", "timestamp with time zone"],
                [rule.Id, rule.Position, rule.Name, rule.Enabled, SnakeCase.Name(rule.Trigger),
                    JsonSerializer.Serialize(rule.Definition, AutomationJson.Options), rule.UpdatedAt]);
        }
    }

    private static AutomationRule Rule(int position, string name, TicketEventKind trigger, RuleCondition[] conditions, params RuleAction[] actions) => new()
    {
        Id = Guid.Parse($"0198c000-0000-7000-8000-00000000e{position:x3}"),
        Position = position,
        Name = name,
        Enabled = true,
        Trigger = trigger,
        Definition = new RuleDefinition(Match.All, conditions, actions),
        UpdatedAt = MadeAt,
    };

    private static RuleCondition StatusIs(bool not, params TicketStatus[] statuses) =>
        new(not, "ticket.status", Comparison.IsOneOf, Values: [.. statuses.Select(SnakeCase.Name)]);
}
