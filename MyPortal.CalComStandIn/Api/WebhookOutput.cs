using MyPortal.CalComStandIn.Scheduling;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Api;

/// <summary>A webhook as API v2 shows it, with its secret.</summary>
internal sealed record WebhookOutput(
    string Id, int UserId, string SubscriberUrl, IReadOnlyList<string> Triggers, bool Active, string? Secret, string? PayloadTemplate)
{
    public static WebhookOutput Of(Webhook webhook) => new(
        webhook.Id, new EventType(webhook.User, "").HostId, webhook.SubscriberUrl, webhook.Triggers, webhook.Active, webhook.Secret, null);
}
