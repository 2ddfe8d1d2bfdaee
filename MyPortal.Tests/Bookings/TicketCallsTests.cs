using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Bookings;

public sealed class TicketCallsTests(PortalFixture portal)
{
    private static Guid[] Ids(TicketDetail ticket) => [.. ticket.Calls.Select(call => call.Id)];

    [Fact]
    public async Task A_ticket_shows_calls_ahead_first_and_then_past_ones_latest_first()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        var old = await portal.AddCallAsync(number, TimeSpan.FromDays(-3), CallStatus.Ended);
        var later = await portal.AddCallAsync(number, TimeSpan.FromDays(2));
        var recent = await portal.AddCallAsync(number, TimeSpan.FromDays(-1), CallStatus.NoShow);
        var cancelled = await portal.AddCallAsync(number, TimeSpan.FromHours(3), CallStatus.Cancelled);
        var soon = await portal.AddCallAsync(number, TimeSpan.FromHours(1), CallStatus.Pending);

        var ticket = await robin.ReadTicketAsync(number);

        Ids(ticket).ShouldBe([soon.Id, later.Id, cancelled.Id, recent.Id, old.Id]);
        ticket.Calls[0].Status.ShouldBe("pending");
        ticket.Calls.Select(call => call.IsAhead).ShouldBe([true, true, false, false, false]);
    }

    [Theory]
    [InlineData(Callers.Requester, true)]
    [InlineData(Callers.Technician, true)]
    [InlineData(Callers.Administrator, true)]
    [InlineData(Callers.Company, false)]
    public async Task Links_to_join_and_move_a_call_are_for_those_who_take_part_and_staff(string reader, bool has)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var client = await portal.ClientAsync(reader);
        var number = await robin.OpenTicketAsync();
        var booking = await portal.AddCallAsync(number, TimeSpan.FromDays(1));

        var call = (await client.ReadTicketAsync(number)).Calls[0];

        call.JoinUrl.ShouldBe(has ? "https://video.example/room" : null);
        call.RescheduleUrl.ShouldBe(has ? $"https://cal.example/reschedule/{booking.HeadUid}" : null);
        (call.JoinUrl is not null, call.RescheduleUrl is not null, call.CancelUrl is not null).ShouldBe((has, has, has));
    }

    [Fact]
    public async Task A_call_ahead_says_when_somebody_else_has_the_ticket_by_now()
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await tess.OpenTicketAsync();
        await portal.AddCallAsync(number, TimeSpan.FromDays(1));
        (await tess.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id })).Dispose();
        (await tess.ReadTicketAsync(number)).Calls[0].WithPreviousTechnician.ShouldBeFalse();

        using var response = await tess.ChangeAsync(number, "assignee", new { userId = Demo.Cal.Id });

        (await response.ReadStrictlyAsync<TicketDetail>()).Calls[0].WithPreviousTechnician.ShouldBeTrue();
    }
}
