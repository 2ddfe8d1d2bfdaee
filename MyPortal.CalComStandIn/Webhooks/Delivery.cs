using System.Diagnostics;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>One request to one subscriber, signed when it was made.</summary>
internal sealed record Delivery(
    string WebhookId, string User, string Event, string? Uid, Uri Url, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What led to it, in the trace: it leaves later, when that has ended.</summary>
    public ActivityContext Cause { get; } = Activity.Current?.Context ?? default;

    /// <param name="webhook">Where to.</param>
    /// <param name="trigger">What has happened.</param>
    /// <param name="uid">The booking that it is about.</param>
    /// <param name="body">The bytes as they are sent.</param>
    /// <param name="namesVersion">The scheduled job's deliveries lack the version header.</param>
    public static Delivery To(Webhook webhook, string trigger, string? uid, byte[] body, bool namesVersion = true)
    {
        var headers = new Dictionary<string, string> { [Signature.Header] = Signature.Of(body, webhook.Secret) };
        if (namesVersion)
            headers[Signature.VersionHeader] = Signature.Version;
        return new Delivery(webhook.Id, webhook.User, trigger, uid, new Uri(webhook.SubscriberUrl), body, headers);
    }
}
