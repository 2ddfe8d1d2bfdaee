using MyPortal.Tests.Fixtures;

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
}
