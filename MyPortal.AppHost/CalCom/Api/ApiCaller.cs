using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MyPortal.AppHost.CalCom.Api;

/// <summary>Whose key a request to API v2 brought, and which version it asked for. Put there by <see cref="ApiGate"/>.</summary>
internal sealed record ApiCaller(string User, string Version)
{
    public const string VersionHeader = "cal-api-version";

    /// <summary>The version from which bookings are paged by cursor.</summary>
    private const string Cursors = "2026-05-01";

    /// <summary>Cal.com's versions of one resource or another; each endpoint takes any of them.</summary>
    private static readonly string[] Versions = ["2024-04-15", "2024-06-11", "2024-06-14", "2024-08-13", "2024-09-04", "2026-02-25", Cursors];

    public bool PagesByCursor => Version == Cursors;

    /// <summary>The user whose key it is, <c>tess</c> for <c>Bearer cal_stand_in_tess</c>; null when it is none.</summary>
    public static string? UserOf(string? authorization)
    {
        const string Prefix = "Bearer cal_stand_in_";
        var isKey = authorization?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true && authorization.Length > Prefix.Length;
        return isKey ? authorization![Prefix.Length..] : null;
    }

    public static string? VersionOf(string? header) => Versions.FirstOrDefault(v => v == header);

    public static ValueTask<ApiCaller> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.GetRequiredFeature<ApiCaller>());
}
