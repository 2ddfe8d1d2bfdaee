using System.Security.Claims;

namespace MyPortal.ProfileApi.Identity;

internal static class Caller
{
    /// <summary>The caller's id. Every accepted token has one.</summary>
    public static Guid Id(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue("sub")!);
}
