using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MyPortal.Web.BrowserTelemetry;

/// <summary>
/// Hands a page's trace to the browser and takes it back. The page holds an opaque token, not a bare <c>traceparent</c>: so a browser can add
/// spans only to a trace that we gave to it, and only for a day.
/// </summary>
public sealed class PageTrace(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("MyPortal.Web.PageTrace.v1").ToTimeLimitedDataProtector();

    /// <returns>The token for the current request's trace; null when the request is not traced.</returns>
    public string? Issue() => Activity.Current?.Id is { } traceparent ? _protector.Protect(traceparent, Lifetime) : null;

    public bool TryRead(string? token, out ActivityContext context)
    {
        context = default;
        if (string.IsNullOrEmpty(token))
            return false;
        try
        {
            return ActivityContext.TryParse(_protector.Unprotect(token), null, isRemote: true, out context);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
