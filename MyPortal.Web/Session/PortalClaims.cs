namespace MyPortal.Web.Session;

/// <summary>Claim names, as ProfileApi issues them, and the one that only the session cookie carries.</summary>
public static class PortalClaims
{
    public const string Subject = "sub";
    public const string Name = "name";
    public const string Email = "email";
    public const string Role = "role";
    public const string CompanyName = "company_name";
    public const string CompanyTickets = "company_tickets";

    /// <summary>
    /// The opaque handle of the session at ProfileApi. It stands encrypted inside the cookie and is worthless without this service's
    /// keys and client secret; tokens themselves never reach the browser.
    /// </summary>
    public const string SessionHandle = "session";
}
