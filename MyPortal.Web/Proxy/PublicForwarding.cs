using Yarp.ReverseProxy.Forwarder;

namespace MyPortal.Web.Proxy;

/// <summary>
/// What programs without a session ask for: Cal.com's webhooks, which prove themselves by their signature, and calendar feeds, whose address
/// is the secret. Forwarded byte for byte; no cookie means anything here, so no page elsewhere can misuse one.
/// </summary>
internal static class PublicForwarding
{
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(10) };

    public static void MapPublicForwarding(this WebApplication app)
    {
        Map(app, "/webhooks/{**path}", ["Content-Type", "Content-Length", "Content-Encoding", "X-Cal-Signature-256", "X-Cal-Webhook-Version"]);
        Map(app, "/calendars/{**path}", ["Accept", "If-None-Match", "If-Modified-Since"]);
    }

    private static void Map(WebApplication app, string pattern, string[] headers) => app
        .MapForwarder(pattern, "https+http://ticketapi", Limits, transforms => transforms.ForwardOnly(headers))
        .WithMetadata(ForwardedRequests.SizeLimit)
        .AllowAnonymous();
}
