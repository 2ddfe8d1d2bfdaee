using System.Security.Claims;

namespace MyPortal.Web.Session;

/// <summary>The signed-in person who reads a page, as their session's claims describe them.</summary>
public sealed record Reader(Guid Id, string Name, string Email, string Role, string? CompanyName, bool SeesCompanyTickets)
{
    public bool IsStaff => Role is "technician" or "administrator";

    public bool IsAdministrator => Role is "administrator";

    /// <exception cref="InvalidOperationException">The principal is not a signed-in person.</exception>
    public static Reader From(ClaimsPrincipal principal) => new(
        Guid.Parse(Required(principal, PortalClaims.Subject)),
        Required(principal, PortalClaims.Name),
        Required(principal, PortalClaims.Email),
        Required(principal, PortalClaims.Role),
        principal.FindFirstValue(PortalClaims.CompanyName),
        principal.HasClaim(PortalClaims.CompanyTickets, "true"));

    private static string Required(ClaimsPrincipal principal, string claim) =>
        principal.FindFirstValue(claim) ?? throw new InvalidOperationException($"The session lacks the claim '{claim}'.");
}
