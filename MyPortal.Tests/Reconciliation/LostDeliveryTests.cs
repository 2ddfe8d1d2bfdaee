using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Connections;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Webhooks;

namespace MyPortal.Tests.Reconciliation;

/// <summary>Every delivery is lost, and the ticket learns of everything all the same.</summary>
public sealed class LostDeliveryTests(PortalFixture portal) : IClassFixture<ReconcilingReplica>
{
    private static readonly DateTimeOffset Start = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_is_booked_moved_and_cancelled_ends_cancelled_on_its_ticket()
    {
        using var technician = await DeafAsync();
        var (number, reference) = await TicketAsync(technician);

        var uid = await BookAsync(technician, "ticket-call", reference, Start);
        await CallAsync(number, "accepted", Start);
        var moved = await ActAsync(technician, uid, "reschedule", new { start = Start.AddHours(3) });
        await CallAsync(number, "accepted", Start.AddHours(3));
        await ActAsync(technician, moved, "cancel", new { reason = "No longer needed" });
        await CallAsync(number, "cancelled", Start.AddHours(3));

        (await TimelineAsync(number)).ShouldBe(["call_booked", "call_moved", "call_cancelled"]);
        var inbox = await InboxAsync(technician);
        inbox.ShouldAllBe(delivery => delivery.Source == DeliverySource.Reconciliation && delivery.State == DeliveryState.Processed);
        inbox.Select(delivery => delivery.Event).ShouldBe(["BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_CANCELLED"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("confirm", "accepted", "call_booked")]
    [InlineData("reject", "rejected", "call_rejected")]
    public async Task What_the_host_decides_on_a_request_is_found(string decision, string status, string entry)
    {
        using var technician = await DeafAsync();
        var (number, reference) = await TicketAsync(technician);
        var uid = await BookAsync(technician, "confirm-call", reference, Start);
        await CallAsync(number, "pending", Start);

        await ActAsync(technician, uid, decision);

        await CallAsync(number, status, Start);
        (await TimelineAsync(number)).ShouldBe(["call_requested", entry]);
    }

    [Fact]
    public async Task A_customer_who_did_not_come_is_found()
    {
        using var technician = await DeafAsync();
        var (number, reference) = await TicketAsync(technician);
        var start = DateTimeOffset.UtcNow.AddHours(-2);
        var uid = await BookAsync(technician, "ticket-call", reference, start);
        await CallAsync(number, "accepted", null);

        await ActAsync(technician, uid, "no-show");

        await CallAsync(number, "no_show", null);
        (await TimelineAsync(number)).Count(kind => kind == "call_no_show").ShouldBe(1);
    }

    [Fact]
    public async Task A_delivery_that_comes_late_doubles_nothing()
    {
        using var technician = await DeafAsync();
        var (number, reference) = await TicketAsync(technician);
        var uid = await BookAsync(technician, "ticket-call", reference, Start);
        await CallAsync(number, "accepted", Start);
        await ActAsync(technician, uid, "cancel");
        await CallAsync(number, "cancelled", Start);
        var before = await TimelineAsync(number);

        await DeliverLostAsync(technician);

        await Eventually.GetAsync(() => InboxAsync(technician),
            inbox => inbox.Count(delivery => delivery is { Source: DeliverySource.Webhook, State: DeliveryState.Processed }) == 2);
        (await TimelineAsync(number)).ShouldBe(before);
        (await TicketCallsAsync(number)).ShouldHaveSingleItem()!["status"]!.GetValue<string>().ShouldBe("cancelled");
    }

    [Fact]
    public async Task Bookings_that_have_nothing_to_do_with_a_ticket_are_not_kept()
    {
        using var technician = await DeafAsync();
        var (number, reference) = await TicketAsync(technician);
        await BookAsync(technician, "private", null, Start.AddHours(5));
        var uid = await BookAsync(technician, "ticket-call", reference, Start);

        await CallAsync(number, "accepted", Start);

        (await InboxAsync(technician)).ShouldHaveSingleItem().Uid.ShouldBe(uid);
    }

    /// <summary>A technician, connected by API key, whose deliveries are all lost.</summary>
    private async Task<ConnectedTechnician> DeafAsync()
    {
        var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();
        (await technician.SetApiKeyAsync())["webhook"]!.GetValue<string>().ShouldBe("set_up");
        (await technician.CalCom.PutAsJsonAsync($"/_stand-in/switches/{technician.User}", new { dropPercent = 100 }, Stop)).EnsureSuccessStatusCode();
        return technician;
    }

    private async Task<(long Number, string Reference)> TicketAsync(ConnectedTechnician technician)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        using (var assigned = await technician.Portal.ChangeAsync(number, "assignee", new { userId = technician.Id }))
            assigned.EnsureSuccessStatusCode();
        return (number, (await robin.ReadTicketAsync(number))["bookingReference"]!.GetValue<string>());
    }

    private static async Task<string> BookAsync(ConnectedTechnician technician, string slug, string? reference, DateTimeOffset start)
    {
        var metadata = reference is null ? [] : new Dictionary<string, string> { ["ticket_reference"] = reference };
        using var response = await technician.CalCom.PostAsJsonAsync($"/_stand-in/bookings/{technician.User}/{slug}",
            new { start, anyTime = true, name = Demo.Robin.Name, email = Demo.Robin.Email, metadata }, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.JsonAsync())["uid"]!.GetValue<string>();
    }

    /// <summary>The uid of the booking as it is then.</summary>
    private static async Task<string> ActAsync(ConnectedTechnician technician, string uid, string action, object? body = null)
    {
        using var response = await technician.CalCom.PostAsJsonAsync($"/_stand-in/booking/{uid}/{action}", body ?? new { }, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.JsonAsync())["uid"]!.GetValue<string>();
    }

    private static async Task DeliverLostAsync(ConnectedTechnician technician)
    {
        var log = JsonNode.Parse(await technician.CalCom.GetStringAsync($"/_stand-in/deliveries?user={technician.User}", Stop))!.AsArray();
        foreach (var lost in log.Where(delivery => delivery!["outcome"]!.GetValue<string>() == "DROPPED"))
        {
            var content = JsonNode.Parse(await technician.CalCom.GetStringAsync($"/_stand-in/deliveries/{lost!["id"]}", Stop))!;
            using var response = await technician.CalCom.PostAsJsonAsync("/_stand-in/deliver",
                new { user = technician.User, @event = lost["event"]!.GetValue<string>(), body = content["body"]!.GetValue<string>() }, Stop);
            (await response.JsonAsync())[0]!["status"]!.GetValue<int>().ShouldBe(202);
        }
    }

    private async Task CallAsync(long number, string status, DateTimeOffset? start) =>
        await Eventually.GetAsync(() => TicketCallsAsync(number), calls => calls.Count == 1
            && calls[0]!["status"]!.GetValue<string>() == status
            && (start is null || calls[0]!["start"]!.GetValue<DateTimeOffset>() == start));

    private async Task<JsonArray> TicketCallsAsync(long number)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        return (await robin.ReadTicketAsync(number))["calls"]!.AsArray();
    }

    private async Task<List<string>> TimelineAsync(long number)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        return [.. (await robin.ReadTicketAsync(number))["timeline"]!.AsArray().Select(entry => entry!["kind"]!.GetValue<string>())
            .Where(kind => kind.StartsWith("call_", StringComparison.Ordinal))];
    }

    private async Task<List<WebhookDelivery>> InboxAsync(ConnectedTechnician technician)
    {
        await using var db = await portal.TicketDbAsync();
        return await db.Deliveries.AsNoTracking()
            .Where(delivery => db.Connections.Any(connection => connection.TechnicianId == technician.Id && connection.Id == delivery.ConnectionId))
            .ToListAsync(Stop);
    }
}
