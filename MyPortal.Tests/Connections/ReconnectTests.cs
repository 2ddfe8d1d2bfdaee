using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Webhooks;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls;

namespace MyPortal.Tests.Connections;

public sealed class ReconnectTests(PortalFixture portal)
{
    private static readonly DateTimeOffset Start = new(2031, 6, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whoever_connects_again_goes_on_with_the_calls_of_before()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();
        await technician.SetApiKeyAsync();
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        var uid = await technician.BookAsync("ticket-call", reference, Start);
        await portal.WaitForCallAsync(number, "accepted", Start);

        (await technician.Portal.DeleteAsync(ConnectedTechnician.Path, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await portal.WaitForCallAsync(number, "accepted", Start);
        await technician.ConnectAsync();
        await technician.SetApiKeyAsync();

        // Without our reference: only the uid says which call it is.
        await technician.ActAsync(uid, "cancel");
        await portal.WaitForCallAsync(number, "cancelled", Start);
        (await portal.CallTimelineAsync(number)).ShouldBe(["call_booked", "call_cancelled"]);
    }

    [Fact]
    public async Task What_is_told_late_of_a_booking_that_was_known_by_its_successor_only_still_finds_its_call()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var account = await CalComAccount.ConnectAsync(portal);
        var (_, messages) = await portal.BookableTicketAsync();
        var (a, b) = (Guid.NewGuid().ToString("n"), Guid.NewGuid().ToString("n"));
        (await account.SettleAsync(messages.Rescheduled(b, Start.AddDays(1), a, Start, withReference: true))).State.ShouldBe(DeliveryState.Processed);

        var again = await account.ReconnectAsync();

        await using var db = await portal.TicketDbAsync();
        var uids = await db.CallUids.Where(uid => uid.ConnectionId == again).Select(uid => uid.Uid).ToListAsync(cancellationToken);
        uids.ShouldBe([a, b], ignoreOrder: true);
    }
}
