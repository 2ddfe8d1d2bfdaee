namespace MyPortal.Web.Clients;

/// <summary>ProfileApi, on behalf of the signed-in person, for what they do to their own profile.</summary>
public sealed class ProfileClient(HttpClient http) : ApiClient(http, "ProfileApi")
{
    public Task<ApiResult<Profile>> MeAsync(CancellationToken cancellationToken) => GetAsync<Profile>("/api/profile/me", cancellationToken);

    public Task<ApiResult<SavedBookingLink>> SaveBookingLinkAsync(string? url, CancellationToken cancellationToken) =>
        SendAsync<SavedBookingLink>(HttpMethod.Put, "/api/profile/me/booking-link", new { url }, cancellationToken);

    public Task<ApiResult<object>> ChangePasswordAsync(string? currentPassword, string? newPassword, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Post, "/api/profile/me/password", new { currentPassword, newPassword }, cancellationToken);
}
