using System.Net;
using System.Net.Http.Headers;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;

using FeedState = MyPortal.Web.Clients.FeedState;
using MyCalls = MyPortal.Web.Clients.MyCalls;
using NewFeed = MyPortal.Web.Clients.NewFeed;

namespace MyPortal.Tests.Calendars;

public sealed class CalendarEndpointTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Callers.Requester, true)]
    [InlineData(Callers.Technician, true)]
    [InlineData(Callers.Company, false)]
    public async Task A_calls_file_says_where_to_join_only_to_those_who_may(string reader, bool mayJoin)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var client = await portal.ClientAsync(reader);
        var number = await robin.OpenTicketAsync("Printer, again; and again");
        var booking = await portal.AddCallAsync(number, TimeSpan.FromDays(1));

        using var response = await client.GetAsync($"/api/tickets/{number}/calls/{booking.Id}.ics", Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"call-{number}.ics");
        var text = await response.Content.ReadAsStringAsync(Stop);
        text.ShouldNotContain(Demo.Robin.Email);
        text.ShouldNotContain(Demo.Tess.Email);
        var call = (await IcalJs.ReadAsync(text)).Events.Single();
        call.Summary.ShouldBe($"Call: #{number} Printer, again; and again");
        call.Start.ShouldBe(booking.Start, TimeSpan.FromSeconds(1));
        call.Location.ShouldBe(mayJoin ? "https://video.example/room" : null);
        call.Url.ShouldNotBeNull().ShouldEndWith($"/tickets/{number}");
    }

    [Fact]
    public async Task A_call_of_another_ticket_is_not_there()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (first, second) = (await robin.OpenTicketAsync(), await robin.OpenTicketAsync());
        var booking = await portal.AddCallAsync(first, TimeSpan.FromDays(1));

        using var response = await robin.GetAsync($"/api/tickets/{second}/calls/{booking.Id}.ics", Stop);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_technicians_calendar_holds_their_calls_until_its_address_ends()
    {
        using var nolan = await portal.ApiClientAsync("ticketapi", Demo.Nolan);
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var program = portal.CreateClient("ticketapi");
        var number = await robin.OpenTicketAsync();
        var own = await AddCallOfAsync(Demo.Nolan, number, TimeSpan.FromDays(1));
        var cancelled = await AddCallOfAsync(Demo.Nolan, number, TimeSpan.FromDays(2), CallStatus.Cancelled);
        var old = await AddCallOfAsync(Demo.Nolan, number, TimeSpan.FromDays(-40), CallStatus.Ended);
        var others = await portal.AddCallAsync(number, TimeSpan.FromDays(1));

        var first = await NewFeedAsync(nolan);
        using var calendar = await program.GetAsync(first, Stop);
        calendar.StatusCode.ShouldBe(HttpStatusCode.OK);
        var uids = (await IcalJs.ReadAsync(await calendar.Content.ReadAsStringAsync(Stop))).Events.Select(call => call.Uid).ToList();
        uids.ShouldContain($"call.{own.Id:n}@myportal");
        foreach (var missing in (Call[])[cancelled, old, others])
            uids.ShouldNotContain($"call.{missing.Id:n}@myportal");

        using (var unchanged = await AskAgainAsync(program, first, calendar.Headers.ETag!))
            unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await AddCallOfAsync(Demo.Nolan, number, TimeSpan.FromDays(3));
        using (var changed = await AskAgainAsync(program, first, calendar.Headers.ETag!))
            changed.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await nolan.ReadStrictlyAsync<FeedState>("/api/bookings/feed")).Exists.ShouldBeTrue();
        var second = await NewFeedAsync(nolan);
        (await (await program.GetAsync(first, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound)).ShouldNotBeNull();
        (await nolan.DeleteAsync("/api/bookings/feed", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await program.GetAsync(second, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound)).ShouldNotBeNull();
        (await nolan.ReadStrictlyAsync<FeedState>("/api/bookings/feed")).Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_calendar_address_of_somebody_who_is_no_longer_staff_shows_nothing()
    {
        var lab = await ProfileLab.OfAsync(portal);
        var person = await lab.CreatePersonAsync("technician");
        using var program = portal.CreateClient("ticketapi");
        using var technician = await SignInAsync(lab, person);
        var feed = await NewFeedAsync(technician);
        using (var calendar = await program.GetAsync(feed, Stop))
            calendar.StatusCode.ShouldBe(HttpStatusCode.OK);

        await lab.MakeCustomerAsync(person);
        using var customer = await SignInAsync(lab, person);
        await customer.OpenTicketAsync();

        await (await program.GetAsync(feed, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await customer.GetAsync("/api/bookings/feed", Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_of_ones_own_calls_goes_by_time_and_says_what_each_is_about()
    {
        using var lee = await portal.ApiClientAsync("ticketapi", Demo.Lee);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync("About the oven");
        var tomorrow = await AddCallOfAsync(Demo.Lee, number, TimeSpan.FromDays(1));
        var today = await AddCallOfAsync(Demo.Lee, number, TimeSpan.FromHours(1));
        var nextMonth = await AddCallOfAsync(Demo.Lee, number, TimeSpan.FromDays(30));

        var calls = (await lee.ReadStrictlyAsync<MyCalls>("/api/bookings/mine")).Calls;
        var span = $"from={DateTime.UtcNow:yyyy-MM-dd}T00:00:00Z&to={DateTime.UtcNow.AddDays(60):yyyy-MM-dd}T00:00:00Z";
        var wide = (await lee.ReadStrictlyAsync<MyCalls>($"/api/bookings/mine?{span}")).Calls;

        calls.Select(call => call.Call.Id).ShouldBe([today.Id, tomorrow.Id]);
        calls[0].Ticket.Number.ShouldBe(number);
        calls[0].Ticket.Subject.ShouldBe("About the oven");
        calls[0].Ticket.Requester.Name.ShouldBe(Demo.Robin.Name);
        wide.Select(call => call.Call.Id).ShouldContain(nextMonth.Id);
    }

    [Theory]
    [InlineData("?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z")]
    [InlineData("?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")]
    [InlineData("?from=yesterday")]
    public async Task A_span_that_makes_no_sense_is_refused(string query)
    {
        using var lee = await portal.ApiClientAsync("ticketapi", Demo.Lee);

        using var response = await lee.GetAsync("/api/bookings/mine" + query, Stop);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
    }

    private async Task<Call> AddCallOfAsync(Fixtures.Person technician, long number, TimeSpan fromNow, CallStatus status = CallStatus.Accepted)
    {
        var booking = await portal.AddCallAsync(number, fromNow, status);
        await using var db = await portal.TicketDbAsync();
        db.Calls.Attach(booking);
        db.Entry(booking).Property(call => call.TechnicianId).CurrentValue = technician.Id;
        await db.SaveChangesAsync(Stop);
        return booking;
    }

    private async Task<HttpClient> SignInAsync(ProfileLab lab, ProfileApi.Identity.User person)
    {
        var client = portal.CreateClient("ticketapi");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await lab.OpenSessionAsync(person)).AccessToken);
        return client;
    }

    private static async Task<string> NewFeedAsync(HttpClient technician)
    {
        using var made = await technician.PostAsync("/api/bookings/feed", null, Stop);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var url = new Uri((await made.ReadStrictlyAsync<NewFeed>()).Url);
        made.Headers.Location.ShouldBe(url);
        return url.AbsolutePath;
    }

    private static async Task<HttpResponseMessage> AskAgainAsync(HttpClient program, string path, EntityTagHeaderValue version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(version);
        return await program.SendAsync(request, Stop);
    }
}
