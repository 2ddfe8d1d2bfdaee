using Microsoft.AspNetCore.Authentication.Cookies;

namespace MyPortal.Web.Session;

/// <summary>
/// Names the session cookie <c>__Host-…</c> wherever the request came by https: the browser then refuses it for other hosts, sub-paths and
/// http (RFC 6265bis, OWASP ASVS 3.3.3). The prefix would make the cookie unusable on the plain-http profile that a first run uses.
/// </summary>
internal sealed class HostPrefixCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
