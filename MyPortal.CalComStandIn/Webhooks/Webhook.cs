namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>Somebody's subscription. Without a secret its deliveries say so in place of a signature.</summary>
internal sealed record Webhook(
    string Id, string User, string SubscriberUrl, string? Secret, IReadOnlyList<string> Triggers, bool Active);
