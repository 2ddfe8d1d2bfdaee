using System.Net.Http.Json;
using MyPortal.Tests.CalCom;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Connections;

/// <summary>Calls that are booked and changed at the Cal.com stand-in, and seen on the ticket.</summary>
internal static class CallsThroughCalCom
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A ticket of Robin's that the technician has, and what its page gives along to Cal.com.</summary>
    public static async Task<(long Number, string Reference)> OpenTicketForAsync(this PortalFixture portal, ConnectedTechnician technician)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        using (var assigned = await technician.Portal.ChangeAsync(number, "assignee", new { userId = technician.Id }))
            assigned.EnsureSuccessStatusCode();
        return (number, (await portal.RequestersTicketAsync(number)).BookingReference.ShouldNotBeNull());
    }

    /// <summary>Books in Robin's name, at any time, and gives the uid.</summary>
    public static async Task<string> BookAsync(this ConnectedTechnician technician, string slug, string? reference, DateTimeOffset start)
    {
        var metadata = reference is null ? [] : new Dictionary<string, string> { ["ticket_reference"] = reference };
        using var response = await technician.CalCom.PostAsJsonAsync($"/_stand-in/bookings/{technician.User}/{slug}",
            new { start, anyTime = true, name = Demo.Robin.Name, email = Demo.Robin.Email, metadata }, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.ReadStrictlyAsync<StandInBooking>()).Uid;
    }

    /// <summary>The uid of the booking as it is then.</summary>
    public static async Task<string> ActAsync(this ConnectedTechnician technician, string uid, string action, object? body = null)
    {
        using var response = await technician.CalCom.PostAsJsonAsync($"/_stand-in/booking/{uid}/{action}", body ?? new { }, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.ReadStrictlyAsync<StandInBooking>()).Uid;
    }

    /// <summary>Until the ticket has one call, and that is as it should be.</summary>
    public static Task WaitForCallAsync(this PortalFixture portal, long number, string status, DateTimeOffset? start) =>
        Eventually.GetAsync(() => portal.RequestersTicketAsync(number), ticket => ticket.Calls.Count == 1
            && ticket.Calls[0].Status == status
            && (start is null || ticket.Calls[0].Start == start));

    public static async Task<IReadOnlyList<TicketCall>> CallsAsync(this PortalFixture portal, long number) =>
        (await portal.RequestersTicketAsync(number)).Calls;

    /// <summary>The kinds of the ticket's timeline entries about calls.</summary>
    public static async Task<List<string>> CallTimelineAsync(this PortalFixture portal, long number) =>
        [.. (await portal.RequestersTicketAsync(number)).Timeline.Select(entry => entry.Kind)
            .Where(kind => kind.StartsWith("call_", StringComparison.Ordinal))];

    private static async Task<TicketDetail> RequestersTicketAsync(this PortalFixture portal, long number)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        return await robin.ReadTicketAsync(number);
    }
}
