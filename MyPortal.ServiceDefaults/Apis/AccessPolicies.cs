using Microsoft.AspNetCore.Authorization;

namespace MyPortal.ServiceDefaults.Apis;

/// <summary>
/// Who may call, by the role in the access token; for <c>RequireAuthorization</c> of a group of routes. No valid token: 401; another role: 403.
/// Without a name, every caller may.
/// </summary>
public static class AccessPolicies
{
    /// <summary>Technicians and administrators.</summary>
    public const string Staff = "staff";

    public const string Administrator = "administrator";

    internal static AuthorizationPolicyBuilder SignedIn(Action<AuthorizationPolicyBuilder>? everyCaller)
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
        everyCaller?.Invoke(policy);
        return policy;
    }
}
