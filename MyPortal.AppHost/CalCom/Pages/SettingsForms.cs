using MyPortal.AppHost.CalCom.Webhooks;

namespace MyPortal.AppHost.CalCom.Pages;

/// <summary>A webhook as the form sends it: a box that is not ticked sends nothing.</summary>
internal sealed record WebhookForm(string? Url, string? Secret, bool Active, IReadOnlyList<string>? Triggers)
{
    public static readonly WebhookForm Empty = new(null, null, true, Webhooks.Triggers.Sent);

    public WebhookInput Input => new(Url?.Trim() ?? "", Triggers ?? [], Active, Secret ?? "", null);
}

internal sealed record SwitchesForm(
    int DropPercent, int Duplicates, int DelayMs, int ReorderWindowMs, MeetingShape MeetingShape, bool RescheduleLosesMetadata, int ApiRequestsPerMinute)
{
    public Switches Switches => new()
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
