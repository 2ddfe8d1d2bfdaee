namespace MyPortal.TicketApi.Connections;

/// <summary>Where Cal.com reaches the portal: below <c>Portal:PublicUrl</c>, which is Web's address.</summary>
internal sealed class PortalUrls(IConfiguration configuration)
{
    private readonly string _webhooks = (configuration["Portal:PublicUrl"] ?? "http://localhost:5100").TrimEnd('/') + "/webhooks/cal-com/";

    /// <summary>The subscriber URL of a connection's webhook.</summary>
    public string Webhook(string connectionId) => _webhooks + connectionId;

    /// <summary>The connection whose webhook this is; null when it is none of this portal's.</summary>
    public string? ConnectionOf(string subscriberUrl) =>
        subscriberUrl.StartsWith(_webhooks, StringComparison.OrdinalIgnoreCase) ? subscriberUrl[_webhooks.Length..] : null;
}
