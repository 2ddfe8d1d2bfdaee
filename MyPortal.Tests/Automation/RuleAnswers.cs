namespace MyPortal.Tests.Automation;

/// <summary>What a rule's webhook sends.</summary>
internal sealed record SentWebhook(string Id, string Event, SentRule Rule, SentTicket Ticket, string? Text);

internal sealed record SentRule(Guid Id);

internal sealed record SentTicket(long Number);
