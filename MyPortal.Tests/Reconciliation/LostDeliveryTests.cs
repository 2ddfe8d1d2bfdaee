using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.CalCom;
using MyPortal.Tests.Connections;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.CalCom.Inbox;

namespace MyPortal.Tests.Reconciliation;

/// <summary>Every delivery is lost, and the ticket learns of everything all the same.</summary>
[Collection(typeof(ReconcilingReplicaGroup))]
public sealed class LostDeliveryTests(PortalFixture portal)
{
    private static readonly DateTimeOffset Start = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_is_booked_moved_and_cancelled_ends_cancelled_on_its_ticket()
    {
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        var (number, reference) = await portal.OpenTicketForAsync(technician);

        var uid = await technician.BookAsync("ticket-call", reference, Start);
        await portal.WaitForCallAsync(number, "accepted", Start);
        var moved = await technician.ActAsync(uid, "reschedule", new { start = Start.AddHours(3) });
        await portal.WaitForCallAsync(number, "accepted", Start.AddHours(3));
        await technician.ActAsync(moved, "cancel", new { reason = "No longer needed" });
        await portal.WaitForCallAsync(number, "cancelled", Start.AddHours(3));

        (await portal.CallTimelineAsync(number)).ShouldBe(["call_booked", "call_moved", "call_cancelled"]);
        var inbox = await InboxAsync(technician);
        inbox.ShouldAllBe(delivery => delivery.Source == DeliverySource.Reconciliation && delivery.State == DeliveryState.Processed);
        inbox.Select(delivery => delivery.Event).ShouldBe(["BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_CANCELLED"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("confirm", "accepted", "call_booked")]
    [InlineData("reject", "rejected", "call_rejected")]
    public async Task What_the_host_decides_on_a_request_is_found(string decision, string status, string entry)
    {
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        var uid = await technician.BookAsync("confirm-call", reference, Start);
        await portal.WaitForCallAsync(number, "pending", Start);

        await technician.ActAsync(uid, decision);

        await portal.WaitForCallAsync(number, status, Start);
        (await portal.CallTimelineAsync(number)).ShouldBe(["call_requested", entry]);
    }

    [Fact]
    public async Task A_customer_who_did_not_come_is_found()
    {
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        var start = DateTimeOffset.UtcNow.AddHours(-2);
        var uid = await technician.BookAsync("ticket-call", reference, start);
        await portal.WaitForCallAsync(number, "accepted", null);

        await technician.ActAsync(uid, "no-show");

        await portal.WaitForCallAsync(number, "no_show", null);
        (await portal.CallTimelineAsync(number)).Count(kind => kind == "call_no_show").ShouldBe(1);

        // The delivery comes after all.
        await DeliverLostAsync(technician);
        await Eventually.GetAsync(() => InboxAsync(technician),
            inbox => inbox.Count(delivery => delivery is { Source: DeliverySource.Webhook, State: DeliveryState.Processed }) == 2);
        (await portal.CallTimelineAsync(number)).Count(kind => kind == "call_no_show").ShouldBe(1);
    }

    [Fact]
    public async Task A_request_to_choose_another_time_passes_for_a_cancellation_until_its_delivery_comes()
    {
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        var uid = await technician.BookAsync("ticket-call", reference, Start);
        await portal.WaitForCallAsync(number, "accepted", Start);

        await technician.ActAsync(uid, "ask-to-reschedule");
        await portal.WaitForCallAsync(number, "cancelled", Start);
        await DeliverLostAsync(technician);

        await portal.WaitForCallAsync(number, "reschedule_requested", Start);
        (await portal.CallTimelineAsync(number)).ShouldBe(["call_booked", "call_reschedule_requested"]);
    }

    [Fact]
    public async Task A_delivery_that_comes_late_doubles_nothing()
    {
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        var uid = await technician.BookAsync("ticket-call", reference, Start);
        await portal.WaitForCallAsync(number, "accepted", Start);
        await technician.ActAsync(uid, "cancel");
        await portal.WaitForCallAsync(number, "cancelled", Start);
        var before = await portal.CallTimelineAsync(number);

        await DeliverLostAsync(technician);

        await Eventually.GetAsync(() => InboxAsync(technician),
            inbox => inbox.Count(delivery => delivery is { Source: DeliverySource.Webhook, State: DeliveryState.Processed }) == 2);
        (await portal.CallTimelineAsync(number)).ShouldBe(before);
        (await portal.CallsAsync(number)).ShouldHaveSingleItem().Status.ShouldBe("cancelled");
    }

    [Fact]
    public async Task An_account_that_may_ask_no_more_holds_up_nobody()
    {
        using var stopped = await ConnectedTechnician.DeafAsync(portal);
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        (await stopped.CalCom.PutAsJsonAsync($"/_stand-in/switches/{stopped.User}", new { dropPercent = 100, apiRequestsPerMinute = 1 }, Stop)).EnsureSuccessStatusCode();
        var (waiting, itsReference) = await portal.OpenTicketForAsync(stopped);
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        await stopped.BookAsync("ticket-call", itsReference, Start);
        await technician.BookAsync("ticket-call", reference, Start);

        await portal.WaitForCallAsync(number, "accepted", Start);

        (await portal.CallsAsync(waiting)).ShouldBeEmpty();
        (await stopped.StatusAsync()).ApiKey.ShouldBe("works");
    }

    [Fact]
    public async Task Bookings_that_have_nothing_to_do_with_a_ticket_are_not_kept()
    {
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        await technician.BookAsync("private", null, Start.AddHours(5));
        var uid = await technician.BookAsync("ticket-call", reference, Start);

        await portal.WaitForCallAsync(number, "accepted", Start);

        (await InboxAsync(technician)).ShouldHaveSingleItem().Uid.ShouldBe(uid);
    }

    private static async Task DeliverLostAsync(ConnectedTechnician technician)
    {
        var log = await technician.CalCom.ReadStrictlyAsync<List<StandInDelivery>>($"/_stand-in/deliveries?user={technician.User}");
        foreach (var lost in log.Where(delivery => delivery.Outcome == "DROPPED"))
        {
            var content = await technician.CalCom.ReadStrictlyAsync<StandInDeliveryContent>($"/_stand-in/deliveries/{lost.Id}");
            using var response = await technician.CalCom.PostAsJsonAsync("/_stand-in/deliver",
                new { user = technician.User, @event = lost.Event, body = content.Body }, Stop);
            (await response.ReadStrictlyAsync<List<StandInDelivery>>())[0].Status.ShouldBe(202);
        }
    }

    private async Task<List<WebhookDelivery>> InboxAsync(ConnectedTechnician technician)
    {
        await using var db = await portal.TicketDbAsync();
        return await db.Deliveries.AsNoTracking()
            .Where(delivery => db.Set<CalComConnection>().Any(connection => connection.TechnicianId == technician.Id && connection.Id == delivery.ConnectionId))
            .ToListAsync(Stop);
    }
}
