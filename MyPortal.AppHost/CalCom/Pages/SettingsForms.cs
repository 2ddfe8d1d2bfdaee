using MyPortal.AppHost.CalCom.Webhooks;

namespace MyPortal.AppHost.CalCom.Pages;

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

internal sealed class SwitchesForm
{
    public int DropPercent { get; init; }

    public int Duplicates { get; init; }

    public int DelayMs { get; init; }

    public int ReorderWindowMs { get; init; }

    public MeetingShape MeetingShape { get; init; }

    public bool RescheduleLosesMetadata { get; init; }

    public int ApiRequestsPerMinute { get; init; }

    public Switches ToSwitches() => new()
    {
        DropPercent = DropPercent,
        Duplicates = Duplicates,
        DelayMs = DelayMs,
        ReorderWindowMs = ReorderWindowMs,
        MeetingShape = MeetingShape,
        RescheduleLosesMetadata = RescheduleLosesMetadata,
        ApiRequestsPerMinute = ApiRequestsPerMinute,
    };
}
