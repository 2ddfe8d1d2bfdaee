using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>Where Cal.com reaches the portal.</summary>
internal sealed class PortalUrls(PortalLinks links)
{
    private readonly string _webhooks = $"{links.Portal}/webhooks/cal-com/";

    /// <summary>The subscriber URL of a connection's webhook.</summary>
    public string Webhook(string connectionId) => _webhooks + connectionId;

    /// <summary>The connection whose webhook this is; null when it is none of this portal's.</summary>
    public string? ConnectionOf(string subscriberUrl) =>
        subscriberUrl.StartsWith(_webhooks, StringComparison.OrdinalIgnoreCase) ? subscriberUrl[_webhooks.Length..] : null;
}
