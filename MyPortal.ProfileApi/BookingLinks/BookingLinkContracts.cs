using MyPortal.ProfileApi.BookingLinks.Parsing;

namespace MyPortal.ProfileApi.BookingLinks;

/// <summary>How a link appears on tickets.</summary>
internal enum BookingAppearance
{
    Embedded,
    NewTab,
}

/// <summary>A booking link and what today's configuration makes of it.</summary>
/// <param name="Url">Normalised, at most 500 characters, safe as an <c>href</c>.</param>
/// <param name="Provider">The platform recognised from the host.</param>
/// <param name="ProviderName">The platform's name for people.</param>
/// <param name="Appearance">Inside the ticket page, or in a new tab.</param>
/// <param name="Embed">What Cal.com's embed needs; null when the link opens in a new tab.</param>
/// <param name="Notice">A sentence for the link's owner; null when there is nothing to add.</param>
internal sealed record BookingLinkResponse(
    string Url, BookingProvider Provider, string ProviderName, BookingAppearance Appearance, EmbedResponse? Embed, string? Notice);

/// <param name="Url">The new link; null or blank removes it. At most 500 characters after normalisation.</param>
internal sealed record SaveBookingLinkRequest(string? Url);

/// <param name="BookingLink">As it was stored; null when there is none now.</param>
internal sealed record SaveBookingLinkResponse(BookingLinkResponse? BookingLink);

/// <param name="TechnicianId">The person asked for.</param>
/// <param name="Name">For people.</param>
/// <param name="Email">Shown on the booking card.</param>
/// <param name="BookingLink">Null when the technician has none.</param>
internal sealed record TechnicianBookingLinkResponse(Guid TechnicianId, string Name, string Email, BookingLinkResponse? BookingLink);
