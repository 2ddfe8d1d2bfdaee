using MyPortal.ProfileApi.BookingLinks;
using MyPortal.ProfileApi.Identity;

namespace MyPortal.ProfileApi.Profile;

internal sealed record CompanyResponse(Guid Id, string Name);

/// <param name="Id">As `sub` in tokens.</param>
/// <param name="Name">For people.</param>
/// <param name="Email">With it they sign in.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Company">Null for people who are not customers.</param>
/// <param name="BookingLink">Null when they have none.</param>
/// <param name="CanHaveBookingLink">True for technicians and administrators.</param>
internal sealed record MeResponse(
    Guid Id, string Name, string Email, PortalRole Role, CompanyResponse? Company, BookingLinkResponse? BookingLink, bool CanHaveBookingLink);

/// <param name="CurrentPassword">A wrong one counts towards the account's lock, as at sign-in.</param>
/// <param name="NewPassword">12 to 256 characters of any kind.</param>
internal sealed record ChangePasswordRequest(string CurrentPassword, string NewPassword);
