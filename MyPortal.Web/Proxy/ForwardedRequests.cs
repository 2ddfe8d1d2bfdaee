using Microsoft.AspNetCore.Mvc;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace MyPortal.Web.Proxy;

/// <summary>What everything that is forwarded has in common.</summary>
internal static class ForwardedRequests
{
    public static readonly RequestSizeLimitAttribute SizeLimit = new(256 * 1024);

    /// <summary>
    /// Passes on the named headers only, because any other could claim to be somebody: Cookie, Authorization, X-Forwarded-User and whatever
    /// comes next.
    /// </summary>
    public static void ForwardOnly(this TransformBuilderContext transforms, string[] headers, Action<RequestTransformContext>? add = null)
    {
        transforms.CopyRequestHeaders = false;
        transforms.UseDefaultForwarders = false;
        transforms.AddResponseHeaderRemove("Server", ResponseCondition.Always);
        transforms.AddRequestTransform(context =>
        {
            foreach (var name in headers.Where(context.HttpContext.Request.Headers.ContainsKey))
                RequestTransform.AddHeader(context, name, context.HttpContext.Request.Headers[name]);
            add?.Invoke(context);
            return ValueTask.CompletedTask;
        });
    }
}
