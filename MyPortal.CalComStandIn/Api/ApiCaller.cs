using Microsoft.AspNetCore.Http.Features;

namespace MyPortal.CalComStandIn.Api;

/// <summary>Whose key a request to API v2 brought. Put there by <see cref="ApiGate"/>.</summary>
internal sealed record ApiCaller(string User)
{
    /// <summary>The user whose key it is, <c>tess</c> for <c>Bearer cal_stand_in_tess</c>; null when it is none.</summary>
    public static string? UserOf(string? authorization)
    {
        const string Prefix = "Bearer cal_stand_in_";
        var isKey = authorization?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true && authorization.Length > Prefix.Length;
        return isKey ? authorization![Prefix.Length..] : null;
    }

    public static ValueTask<ApiCaller> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.GetRequiredFeature<ApiCaller>());
}
