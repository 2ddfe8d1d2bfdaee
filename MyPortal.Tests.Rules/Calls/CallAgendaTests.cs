using MyPortal.Web.Clients;
using MyPortal.Web.Pages.Calls;

namespace MyPortal.Tests.Rules.Calls;

/// <summary>Which calls are today's, this week's and later ones.</summary>
public sealed class CallAgendaTests
{
    // A Thursday; in Berlin it is half past midnight on Friday already.
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC", 0.25, "today")]
    [InlineData("UTC", 1, "week")]
    [InlineData("Europe/Berlin", 1, "today")]
    [InlineData("Europe/Berlin", 22, "today")]
    [InlineData("Europe/Berlin", 24, "week")]
    [InlineData("UTC", 72, "week")]
    [InlineData("UTC", 73, "later")]
    [InlineData("Nowhere/At_all", 1, "week")]
    [InlineData("Europe/Berlin", -1, "today")]
    public void A_day_is_one_of_the_technicians_own_time_zone_and_a_week_ends_on_Sunday(string zone, double hours, string part)
    {
        var agenda = CallAgenda.Of([Call(zone, hours)], Now);
        (agenda.Today.Count, agenda.ThisWeek.Count, agenda.Later.Count).ShouldBe(part switch
        {
            "today" => (1, 0, 0),
            "week" => (0, 1, 0),
            _ => (0, 0, 1),
        });
    }

    [Fact]
    public void On_a_Sunday_nothing_more_comes_this_week() =>
        CallAgenda.Of([Call("UTC", 96)], Now.AddHours(64)).Later.ShouldHaveSingleItem();

    [Theory]
    [InlineData("cancelled")]
    [InlineData("rejected")]
    public void What_was_called_off_is_left_out(string status) => CallAgenda.Of([Call("UTC", 1, status)], Now).IsEmpty.ShouldBeTrue();

    [Fact]
    public void The_soonest_comes_first() =>
        CallAgenda.Of([Call("UTC", 30), Call("UTC", 2)], Now).ThisWeek.Select(mine => mine.Call.Start).ShouldBeInOrder();

    private static MyCall Call(string zone, double hours, string status = "accepted")
    {
        var start = Now.AddHours(hours);
        return new(
            new TicketCall(Guid.NewGuid(), status, start, start.AddMinutes(30), new("Tess Technician", zone), new("Robin Requester", zone), null, null, null, IsAhead: true, WithPreviousTechnician: false),
            new CallTicket(1001, "Subject", new(Guid.NewGuid(), "Robin Requester")));
    }
}
