using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Pages.Hosts;

/// <summary>A webhook as the form sends it: a box that is not ticked sends nothing.</summary>
internal sealed class WebhookForm
{
    public string? Url { get; init; }

    public string? Secret { get; init; }

    public bool Active { get; init; }

    public string[] Triggers { get; init; } = [];

    public static WebhookForm New() => new() { Triggers = [.. Webhooks.Triggers.Sent] };

    public static WebhookForm Of(Webhook webhook) =>
        new() { Url = webhook.SubscriberUrl, Secret = webhook.Secret, Active = webhook.Active, Triggers = [.. webhook.Triggers] };

    public WebhookInput ToInput() => new(Url?.Trim() ?? "", Triggers, Active, Secret ?? "", null);
}
