using System.Net.Http.Headers;
using MyPortal.Web.Session;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace MyPortal.Web.Proxy;

/// <summary>
/// The APIs for scripts and programs in the browser: YARP forwards the request and swaps the session's cookie for its bearer token, so that
/// no token ever stands in a page.
/// </summary>
internal static class ApiForwarding
{
    private const long MaxBodyBytes = 256 * 1024;

    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(10) };

    // An allow-list, because any other header could claim to be somebody: Cookie, Authorization, X-Forwarded-User and whatever comes next.
    private static readonly string[] ForwardedHeaders =
        ["Accept", "Accept-Language", "Content-Type", "Content-Length", "Content-Encoding", "If-Match", "If-None-Match"];

    public static void MapApiForwarding(this WebApplication app)
    {
        Map(app, "/api/tickets/{**path}", "https+http://ticketapi");
        Map(app, "/api/profile/{**path}", "https+http://profileapi");
    }

    private static void Map(WebApplication app, string pattern, string destination) => app
        .MapForwarder(pattern, destination, Limits, transforms =>
        {
            transforms.CopyRequestHeaders = false;
            transforms.UseDefaultForwarders = false;
            transforms.AddResponseHeaderRemove("Server", ResponseCondition.Always);
            transforms.AddRequestTransform(context =>
            {
                foreach (var name in ForwardedHeaders.Where(context.HttpContext.Request.Headers.ContainsKey))
                    RequestTransform.AddHeader(context, name, context.HttpContext.Request.Headers[name]);
                var token = context.HttpContext.GetAccessToken();
                context.ProxyRequest.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
                return ValueTask.CompletedTask;
            });
        })
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaxBodyBytes))
        .RequireAuthorization()
        .WithMetadata(SameOriginWritesOnly.Instance);
}
