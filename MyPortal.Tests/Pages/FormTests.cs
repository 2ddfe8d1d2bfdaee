using System.Net;
using System.Text.RegularExpressions;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Pages;

/// <summary>The pages' forms without any script: what they save, and that a refusal loses nothing that was typed.</summary>
public sealed partial class FormTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_opens_a_ticket_and_replies()
    {
        var robin = await portal.SessionAsync(Demo.Robin);
        using var created = await robin.PostFormAsync("/tickets/new", new() { ["Subject"] = "Form <subject>", ["Description"] = "First line\nSecond & last", ["Priority"] = "high" }, Stop);
        created.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = created.Headers.Location!.ToString();
        using var replied = await robin.PostFormAsync(path + "?handler=Reply", new() { ["body"] = "One more thing" }, Stop, formPage: path);
        replied.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await robin.GetHtmlAsync(path, Stop);
        page.ShouldContain("Form &lt;subject&gt;");
        page.ShouldContain("One more thing");
        page.ShouldContain("High");
    }

    [Fact]
    public async Task A_refused_ticket_keeps_its_text_and_says_what_is_wrong_beside_the_field()
    {
        var robin = await portal.SessionAsync(Demo.Robin);
        using var response = await robin.PostFormAsync("/tickets/new", new() { ["Subject"] = new string('s', 201), ["Description"] = "Kept text", ["Priority"] = "normal" }, Stop);
        var page = await response.Content.ReadAsStringAsync(Stop);
        page.ShouldContain("Kept text");
        page.ShouldContain(new string('s', 201));
        SubjectError().Match(page).Groups[1].Value.ShouldContain("200");
    }

    [Fact]
    public async Task An_empty_reply_is_refused_beside_the_field()
    {
        var number = await portal.TicketForAsync(null);
        using var response = await (await portal.SessionAsync(Demo.Casey)).PostFormAsync($"/tickets/{number}?handler=Reply", new() { ["body"] = "   " }, Stop, $"/tickets/{number}");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldContain("id=\"reply-error\" class=\"field-error\" role=\"alert\"");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var robin = await portal.SessionAsync(Demo.Robin);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Subject"] = "Forged", ["Description"] = "x" });
        using var response = await robin.Client.PostAsync("/tickets/new", form, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldContain("This form could not be read");
    }

    [Fact]
    public async Task A_technician_assigns_and_changes_status_and_a_stale_form_is_told_so()
    {
        var number = await portal.TicketForAsync(null);
        var tess = await portal.SessionAsync(Demo.Tess);
        var path = $"/tickets/{number}";
        var stale = Version().Match(await tess.GetHtmlAsync(path, Stop)).Groups[1].Value;

        using var assigned = await tess.PostFormAsync(path + "?handler=Assign", new() { ["userId"] = Demo.Tess.Id.ToString(), ["version"] = stale }, Stop, path);
        assigned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var refused = await tess.PostFormAsync(path + "?handler=Status", new() { ["status"] = "resolved", ["version"] = stale }, Stop, path);
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await refused.Content.ReadAsStringAsync(Stop)).ShouldContain("Somebody else changed this ticket");

        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        var ticket = await casey.ReadTicketAsync(number);
        ticket.Status.ShouldBe("open");
        ticket.Assignee.ShouldNotBeNull().Name.ShouldBe("Tess Technician");
    }

    [Fact]
    public async Task A_ticket_of_another_company_is_not_there()
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        var harper = await portal.SessionAsync(Demo.Harper);
        (await harper.Client.GetAsync($"/tickets/{number}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var reply = await harper.PostFormAsync($"/tickets/{number}?handler=Reply", new() { ["body"] = "Let me in" }, Stop, "/tickets/new");
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_booking_link_that_is_refused_stays_in_its_field_and_a_good_one_is_recognised()
    {
        var cal = await portal.SessionAsync(Demo.Cal);
        using var refused = await cal.PostFormAsync("/profile?handler=BookingLink", new() { ["url"] = "javascript:alert(1)" }, Stop, "/profile");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.Content.ReadAsStringAsync(Stop);
        page.ShouldContain("value=\"javascript:alert(1)\"");
        page.ShouldContain("id=\"booking-link-error\" class=\"field-error\" role=\"alert\">Use a link");

        using var saved = await cal.PostFormAsync("/profile?handler=BookingLink", new() { ["url"] = " " + Demo.Cal.BookingLinkUrl + " " }, Stop, "/profile");
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await cal.GetHtmlAsync("/profile", Stop);
        page.ShouldContain("Booking link saved.");
        page.ShouldContain("Recognised:</strong> Cal.com. The calendar opens inside the ticket.");
    }

    [GeneratedRegex("""id="subject-error"[^>]*>([^<]*)<""")]
    private static partial Regex SubjectError();

    [GeneratedRegex(@"name=""version"" value=""([^""]*)""")]
    private static partial Regex Version();
}
