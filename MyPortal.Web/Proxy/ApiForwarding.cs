using MyPortal.Web.Security;
using MyPortal.Web.Session;
using Yarp.ReverseProxy.Forwarder;

namespace MyPortal.Web.Proxy;

/// <summary>
/// The APIs for scripts and programs in the browser: YARP forwards the request and swaps the session's cookie for its bearer token, so that
/// no token ever stands in a page.
/// </summary>
internal static class ApiForwarding
{
    private const string TicketApi = "https+http://ticketapi";

    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(10) };

    // A stream of events is quiet for 15 seconds at most.
    private static readonly ForwarderRequestConfig StreamLimits = new() { ActivityTimeout = TimeSpan.FromSeconds(40), AllowResponseBuffering = false };

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/api/tickets/{**path}", TicketApi);
        Map(routes, "/api/tickets/{number:long}/events", TicketApi, StreamLimits);
        Map(routes, "/api/bookings/{**path}", TicketApi);
        Map(routes, "/api/webhooks/{**path}", TicketApi);
        Map(routes, "/api/automation/{**path}", TicketApi);
        Map(routes, "/api/profile/{**path}", "https+http://profileapi");
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, string destination, ForwarderRequestConfig? limits = null) => routes
        .MapForwarder(pattern, destination, limits ?? Limits, transforms => transforms.ForwardOnly(
            ["Accept", "Accept-Language", "Content-Type", "Content-Length", "Content-Encoding", "If-Match", "If-None-Match"],
            context => context.ProxyRequest.Headers.Authorization = context.HttpContext.BearerToken()))
        .WithMetadata(ForwardedRequests.SizeLimit)
        .RequireAuthorization()
        .WithMetadata(SameOriginWritesOnly.Instance);
}
