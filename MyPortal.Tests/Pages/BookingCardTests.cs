using System.Text.Json.Serialization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Pages;

/// <summary>When the card stands on the page and what it says: the specification's conditions, and its section Troubleshooting.</summary>
public sealed class BookingCardTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<(IDocument Page, string Csp)> ReadAsync(Person reader, long number)
    {
        using var response = await (await portal.SessionAsync(reader)).Client.GetAsync($"/tickets/{number}", Stop);
        var html = await response.Content.ReadAsStringAsync(Stop);
        response.IsSuccessStatusCode.ShouldBeTrue(html);
        return (await new HtmlParser().ParseDocumentAsync(html, Stop), response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Nobody_assigned_means_no_card_and_no_script_of_others()
    {
        var (page, csp) = await ReadAsync(Demo.Casey, await portal.TicketForAsync(null));
        page.QuerySelector(".booking-card").ShouldBeNull();
        page.QuerySelector("script[src*=booking-card]").ShouldBeNull();
        csp.ShouldNotContain("http");
        csp.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Assigning_taking_away_and_reassigning_change_the_card_at_once()
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        (await ReadAsync(Demo.Casey, number)).Page.QuerySelector(".booking-card")!.TextContent.ShouldContain("tess@myportal.example");
        await portal.AssignAsync(number, Demo.Cal);
        (await ReadAsync(Demo.Casey, number)).Page.QuerySelector(".booking-card")!.TextContent.ShouldContain("cal@myportal.example");
        await portal.AssignAsync(number, null);
        (await ReadAsync(Demo.Casey, number)).Page.QuerySelector(".booking-card").ShouldBeNull();
    }

    [Fact]
    public async Task The_card_says_what_the_specification_says()
    {
        var (page, _) = await ReadAsync(Demo.Casey, await portal.TicketForAsync(Demo.Tess));
        var card = page.QuerySelector(".sidebar .booking-card")!;
        card.QuerySelector("p")!.TextContent.ShouldBe("Schedule a call with tess@myportal.example to discuss this ticket");
        card.QuerySelector("#book-a-call")!.TextContent.ShouldBe("Book a Call");
        card.TextContent.ShouldNotContain("what the customer sees");
    }

    [Fact]
    public async Task The_assignee_is_told_that_this_is_what_the_customer_sees_and_books_for_the_customer()
    {
        var (page, _) = await ReadAsync(Demo.Tess, await portal.TicketForAsync(Demo.Tess));
        page.QuerySelector(".booking-card")!.TextContent.ShouldContain("This is what the customer sees.");
        page.QuerySelector("#book-a-call")!.GetAttribute("data-cal-config").ShouldNotBeNull().ShouldContain("casey@northwind.example");
    }

    [Fact]
    public async Task A_cal_com_link_is_split_into_path_and_origin_and_the_policy_opens_for_exactly_these_origins()
    {
        var (page, csp) = await ReadAsync(Demo.Casey, await portal.TicketForAsync(Demo.Cal, "Quotes \" and <tags> & such"));
        var button = page.QuerySelector("#book-a-call")!;
        button.GetAttribute("data-cal-link").ShouldBe("demo-technician/30min");
        button.GetAttribute("data-cal-origin").ShouldBe("https://app.cal.com");
        button.GetAttribute("data-cal-namespace").ShouldBe("ticket_call");
        var config = StrictJson.Read<CalendarConfig>(button.GetAttribute("data-cal-config")!);
        config.Name.ShouldBe("Casey Customer");
        config.Email.ShouldBe("casey@northwind.example");
        config.Notes.ShouldEndWith(": Quotes \" and <tags> & such");
        config.Theme.ShouldBe("auto");
        config.TicketReference.Length.ShouldBeInRange(60, 1000);

        csp.ShouldContain("script-src 'self' https://app.cal.com/embed/embed.js;");
        csp.ShouldContain("frame-src https://app.cal.com https://cal.com");
        csp.ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task Another_platform_opens_in_a_new_tab_with_nothing_added()
    {
        var (page, csp) = await ReadAsync(Demo.Casey, await portal.TicketForAsync(Demo.Lee));
        var button = page.QuerySelector("#book-a-call")!;
        button.GetAttribute("href").ShouldBe(Demo.Lee.BookingLinkUrl);
        button.GetAttribute("target").ShouldBe("_blank");
        button.GetAttribute("rel").ShouldBe("noopener");
        button.HasAttribute("data-cal-link").ShouldBeFalse();
        csp.ShouldNotContain("http");
    }

    private sealed record CalendarConfig(
        string Name, string Email, string Notes, string Theme, [property: JsonPropertyName("metadata[ticket_reference]")] string TicketReference);
}
