using System.Text.Json;
using System.Text.Json.Nodes;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Automation;

/// <summary>A rule as it was saved, with the secret that is told once.</summary>
internal sealed record AddedRule(Rule Rule, string? WebhookSecret)
{
    // Pages/AutomationPageTests still reads the version by name; once it does not, Web's SavedRule takes this record's place.
    public JsonNode? this[string name] => JsonSerializer.SerializeToNode(this, JsonSerializerOptions.Web)![name];
}

/// <summary>What a rule's webhook sends.</summary>
internal sealed record SentWebhook(string Id, string Event, SentRule Rule, SentTicket Ticket, string? Text);

internal sealed record SentRule(Guid Id);

internal sealed record SentTicket(long Number);
