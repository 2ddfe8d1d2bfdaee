using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.BookingLinks;

/// <summary>The two calls that the promise is about.</summary>
internal static class BookingLinkClient
{
    public static Task<HttpResponseMessage> SaveLinkAsync(this HttpClient client, string? url) =>
        client.PutAsJsonAsync("/api/profile/me/booking-link", new { url }, TestContext.Current.CancellationToken);

    public static async Task<(string? Url, string Cache)> ReadLinkAsync(this HttpClient client, Guid technician)
    {
        using var response = await client.GetAsync($"/technicians/{technician}/booking-link", TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var link = (await response.ReadStrictlyAsync<TechnicianBookingLink>()).BookingLink;
        return (link?.Url, response.Headers.GetValues("X-Booking-Cache").Single());
    }

    /// <summary>Reads until the cache answers, which proves that an entry is there.</summary>
    public static async Task<string?> ReadUntilHitAsync(this HttpClient client, Guid technician)
    {
        using var limit = Limits.After(Limits.Moment);
        while (true)
        {
            var (url, cache) = await client.ReadLinkAsync(technician);
            if (cache == "hit")
                return url;
            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
