using System.Net.Http.Headers;

namespace MyPortal.Web.Session;

/// <summary>The token under which this request's calls to the APIs are made, once its session is known to be alive.</summary>
internal static class BearerTokens
{
    private static readonly object Key = new();

    public static void SetAccessToken(this HttpContext context, string token) => context.Items[Key] = token;

    /// <summary>The header for a call to an API; null when nobody is signed in or ProfileApi could not be asked.</summary>
    public static AuthenticationHeaderValue? BearerToken(this HttpContext context) =>
        context.Items[Key] is string token ? new AuthenticationHeaderValue("Bearer", token) : null;
}
