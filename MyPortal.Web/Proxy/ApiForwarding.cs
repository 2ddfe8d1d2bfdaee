using System.Net.Http.Headers;
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

    public static void MapApiForwarding(this WebApplication app)
    {
        Map(app, "/api/tickets/{**path}", TicketApi);
        Map(app, "/api/tickets/{number:long}/events", TicketApi, StreamLimits);
        Map(app, "/api/bookings/{**path}", TicketApi);
        Map(app, "/api/webhooks/{**path}", TicketApi);
        Map(app, "/api/automation/{**path}", TicketApi);
        Map(app, "/api/profile/{**path}", "https+http://profileapi");
    }

    private static void Map(WebApplication app, string pattern, string destination, ForwarderRequestConfig? limits = null) => app
        .MapForwarder(pattern, destination, limits ?? Limits, transforms => transforms.ForwardOnly(
            ["Accept", "Accept-Language", "Content-Type", "Content-Length", "Content-Encoding", "If-Match", "If-None-Match"],
            context =>
            {
                var token = context.HttpContext.GetAccessToken();
                context.ProxyRequest.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            }))
        .WithMetadata(ForwardedRequests.SizeLimit)
        .RequireAuthorization()
        .WithMetadata(SameOriginWritesOnly.Instance);
}
