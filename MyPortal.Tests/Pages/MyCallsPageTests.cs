using System.Net;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.Tests.Pages;

/// <summary>My calls: a technician's own, and the private address of their calendar.</summary>
public sealed class MyCallsPageTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_find_the_way_there_and_nobody_else_gets_in()
    {
        (await (await portal.SessionAsync(Demo.Tess)).GetPageAsync("/tickets")).QuerySelector(".site-nav a[href='/calls']").ShouldNotBeNull();
        (await (await portal.SessionAsync(Demo.Casey)).GetPageAsync("/tickets")).QuerySelector(".site-nav a[href='/calls']").ShouldBeNull();
        using var refused = await (await portal.SessionAsync(Demo.Casey)).Client.GetAsync("/calls", Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_call_is_listed_with_its_ticket_its_state_and_the_way_to_join_unless_it_was_called_off()
    {
        var ahead = await portal.TicketForAsync(Demo.Tess, "Call ahead");
        var pending = await portal.TicketForAsync(Demo.Tess, "Call to confirm");
        var cancelled = await portal.TicketForAsync(Demo.Tess, "Call that is off");
        await portal.AddCallAsync(ahead, TimeSpan.FromDays(20));
        await portal.AddCallAsync(pending, TimeSpan.FromDays(20), CallStatus.Pending);
        await portal.AddCallAsync(cancelled, TimeSpan.FromDays(20), CallStatus.Cancelled);

        var page = await (await portal.SessionAsync(Demo.Tess)).GetPageAsync("/calls");

        var rows = page.QuerySelectorAll(".agenda-row");
        var row = rows.Single(row => row.QuerySelector($"a[href='/tickets/{ahead}']") is not null);
        row.Text(".agenda-what").ShouldBe($"Call ahead #{ahead}with Robin Requester");
        row.Text(".agenda-when").ShouldContain("30 minutes");
        row.Text(".badge").ShouldBe("Booked");
        row.QuerySelector("a[href='https://video.example/room']").ShouldNotBeNull();
        row = rows.Single(row => row.QuerySelector($"a[href='/tickets/{pending}']") is not null);
        row.Text(".badge").ShouldBe("Waits for you to confirm it");
        row.QuerySelector(".agenda-side a").ShouldBeNull();
        rows.ShouldNotContain(row => row.QuerySelector($"a[href='/tickets/{cancelled}']") != null);
    }

    [Fact]
    public async Task Whoever_has_no_calls_is_told_where_they_come_from()
    {
        using var technician = await portal.NewSessionAsync("technician");
        var page = await technician.GetPageAsync("/calls");
        page.Text(".empty").ShouldContain("No calls ahead.");
        page.QuerySelector(".empty a[href='/profile#cal-com']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_calendar_address_is_shown_once_works_and_can_be_replaced_and_ended()
    {
        using var technician = await portal.NewSessionAsync("technician");
        using var calendar = portal.CreateClient("web");

        using var made = await technician.PostFormAsync("/calls?handler=MakeFeed", [], Stop, "/calls");
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var first = (await made.PageAsync()).Value("#feed-url[readonly]");
        first.ShouldStartWith(portal.Address("web").GetLeftPart(UriPartial.Authority) + "/calendars/");
        (await StatusAsync(calendar, first)).ShouldBe(HttpStatusCode.OK);
        var later = await technician.GetHtmlAsync("/calls", Stop);
        later.ShouldNotContain(first);
        later.ShouldContain("Replace the address");

        using var replaced = await technician.PostFormAsync("/calls?handler=MakeFeed", [], Stop, "/calls");
        var second = (await replaced.PageAsync()).Value("#feed-url");
        (await StatusAsync(calendar, first)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(calendar, second)).ShouldBe(HttpStatusCode.OK);

        using var ended = await technician.PostFormAsync("/calls?handler=RevokeFeed", [], Stop, "/calls");
        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await technician.GetHtmlAsync("/calls", Stop)).ShouldContain("Make a private address");
        (await StatusAsync(calendar, second)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_calendar_address_is_the_portals_whatever_host_a_request_names()
    {
        using var technician = await portal.NewSessionAsync("technician");
        technician.Client.DefaultRequestHeaders.Host = "elsewhere.example";

        using var made = await technician.PostFormAsync("/calls?handler=MakeFeed", [], Stop, "/calls");

        (await made.PageAsync()).Value("#feed-url").ShouldStartWith(portal.Address("web").GetLeftPart(UriPartial.Authority) + "/calendars/");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address), Stop);
        return response.StatusCode;
    }
}
