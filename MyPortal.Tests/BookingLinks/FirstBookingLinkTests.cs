using System.Diagnostics;
using System.Net.Http.Headers;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.BookingLinks;

/// <summary>A replica that says it is ready answers its first reader as fast as the ticket page needs it, so that no card is missing after a start.</summary>
public sealed class FirstBookingLinkTests(PortalFixture portal)
{
    // Explicit, because it measures time and wants the machine to itself: -explicit only -class "*FirstBookingLinkTests".
    [Fact(Explicit = true)]
    public async Task The_first_booking_link_after_a_start_comes_within_the_ticket_pages_budget()
    {
        var lab = await ProfileLab.OfAsync(portal);
        await using var replica = await lab.StartReplicaAsync(lab.Cache);
        using var client = replica.CreateClient();
        using var health = await client.GetAsync("/health", TestContext.Current.CancellationToken);
        health.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(Demo.Casey));

        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync($"/technicians/{Demo.Tess.Id}/booking-link", TestContext.Current.CancellationToken);
        watch.Elapsed.ShouldBeLessThan(new Web.Clients.TechnicianOptions().Timeout);
        response.EnsureSuccessStatusCode();
    }
}
