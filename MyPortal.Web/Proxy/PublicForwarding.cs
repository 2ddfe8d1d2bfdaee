using Yarp.ReverseProxy.Forwarder;

namespace MyPortal.Web.Proxy;

/// <summary>
/// What programs without a session ask for: Cal.com's webhooks, which prove themselves by their signature, and calendar feeds, whose address
/// is the secret. Forwarded byte for byte; no cookie means anything here, so no page elsewhere can misuse one.
/// </summary>
internal static class PublicForwarding
{
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(10) };

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/webhooks/{**path}", ["Content-Type", "Content-Length", "Content-Encoding", "X-Cal-Signature-256", "X-Cal-Webhook-Version"]);
        Map(routes, "/calendars/{**path}", ["Accept", "If-None-Match", "If-Modified-Since"]);
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, string[] headers) => routes
        .MapForwarder(pattern, "https+http://ticketapi", Limits, transforms => transforms.ForwardOnly(headers))
        .WithMetadata(ForwardedRequests.SizeLimit)
        .AllowAnonymous();
}
