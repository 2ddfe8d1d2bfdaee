using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>What a rule looks at and does; kept as one JSON document, because it is only ever read and written as a whole.</summary>
internal sealed record RuleDefinition(Match Match, IReadOnlyList<RuleCondition> Conditions, IReadOnlyList<RuleAction> Actions);

internal sealed class AutomationRule
{
    public Guid Id { get; init; }

    /// <summary>Rules run in this order; gaps and equals do no harm.</summary>
    public int Position { get; set; }

    public required string Name { get; set; }
    public bool Enabled { get; set; }
    public TicketEventKind Trigger { get; set; }
    public required RuleDefinition Definition { get; set; }

    /// <summary>Signs the rule's webhooks; encrypted with keys that are not part of a copy of this table.</summary>
    public string? WebhookSecret { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; private set; }

    public bool CallsWebhook => Definition.Actions.Any(action => action.Kind is ActionKind.CallWebhook);
}
