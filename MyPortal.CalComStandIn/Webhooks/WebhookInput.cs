namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>A new webhook, or what is to be changed of one: what is null stays as it is. An empty secret takes it away.</summary>
internal sealed record WebhookInput(
    string? SubscriberUrl, IReadOnlyList<string>? Triggers, bool? Active, string? Secret, string? PayloadTemplate)
{
    public IEnumerable<string> ErrorsOfNew()
    {
        if (SubscriberUrl is null)
            yield return "subscriberUrl must be a URL address";
        if (Triggers is null)
            yield return "triggers must be an array";
        if (Active is null)
            yield return "active must be a boolean value";
        foreach (var error in Errors())
            yield return error;
    }

    public IEnumerable<string> Errors()
    {
        if (SubscriberUrl is not null && !IsHttp(SubscriberUrl))
            yield return "subscriberUrl must be a URL address";
        if (Triggers?.All(Webhooks.Triggers.Exists) == false)
            yield return "each value in triggers must be one of the known events";
        if (!string.IsNullOrEmpty(PayloadTemplate))
            yield return "payloadTemplate: the stand-in has no templates";
    }

    public static bool IsHttp(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
