namespace MyPortal.Web.Clients;

// The fields of ProfileApi's answers that pages read, and no more. ProfileApi's committed OpenAPI document says what they mean.

public sealed record Profile(
    Guid Id, string Name, string Email, string Role, Company? Company, BookingLink? BookingLink, bool CanHaveBookingLink);

public sealed record BookingLink(string Url, string Provider, string ProviderName, string Appearance, Embed? Embed, string? Notice)
{
    /// <summary>The platform as a page calls it; one that was not recognised has no name.</summary>
    public string Platform => Provider == "other" ? "another booking platform" : ProviderName;
}

/// <summary>What Cal.com's embed needs: the path apart from the origin, the script, and the origins that its frame may have.</summary>
public sealed record Embed(string CalLink, string Origin, string ScriptUrl, IReadOnlyList<string> FrameOrigins);

public sealed record SavedBookingLink(BookingLink? BookingLink);

public sealed record Technician(Guid Id, string Name, string Email);

public sealed record TechnicianBookingLink(Guid TechnicianId, string Name, string Email, BookingLink? BookingLink, string? Cache = null);
