namespace MyPortal.Web.Clients;

/// <summary>
/// ProfileApi's facts about technicians, for the ticket page. Its time budget is short (<see cref="TechnicianOptions.Timeout"/>) because
/// the page can do without: a ticket is worth reading also when nobody can say how to book.
/// </summary>
public sealed class TechnicianClient(HttpClient http) : ApiClient(http, "ProfileApi")
{
    /// <summary>How to book this technician, and whether ProfileApi knew it from its cache: hit, miss or bypass.</summary>
    public Task<ApiResult<TechnicianBookingLink>> BookingLinkAsync(Guid technicianId, CancellationToken cancellationToken) =>
        GetAsync<TechnicianBookingLink>($"/technicians/{technicianId}/booking-link", cancellationToken, (link, response) =>
            link with { Cache = response.Headers.TryGetValues("X-Booking-Cache", out var values) ? values.First() : null });

    public Task<ApiResult<IReadOnlyList<Technician>>> AllAsync(CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<Technician>>("/api/profile/technicians", cancellationToken);
}
