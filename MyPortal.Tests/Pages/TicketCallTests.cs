using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.Tests.Pages;

/// <summary>The ticket page with a call on it, and watching.</summary>
public sealed class TicketCallTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<IDocument> ReadAsync(Person reader, long number) =>
        await new HtmlParser().ParseDocumentAsync(await (await portal.SessionAsync(reader)).GetHtmlAsync($"/tickets/{number}", Stop), Stop);

    [Fact]
    public async Task An_upcoming_call_stands_before_the_card_which_offers_another_one()
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        var call = await portal.AddCallAsync(number, TimeSpan.FromDays(2));
        var page = await ReadAsync(Demo.Casey, number);

        var card = page.QuerySelector(".sidebar .call-card").ShouldNotBeNull();
        card.QuerySelector(".call-when time")!.GetAttribute("datetime").ShouldBe(call.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        card.TextContent.ShouldContain("With Tess Technician");
        card.TextContent.ShouldContain("(Europe/Berlin)");
        page.QuerySelector("#booking-heading")!.TextContent.ShouldBe("Book another call");
        page.QuerySelector(".sidebar .call-card ~ .booking-card, .ticket-calls ~ .booking-card").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(CallStatus.Pending, "still has to confirm")]
    [InlineData(CallStatus.PaymentPending, "payment is still due")]
    [InlineData(CallStatus.RescheduleRequested, "asked to choose another time")]
    public async Task What_is_still_open_is_said(CallStatus status, string words)
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        await portal.AddCallAsync(number, TimeSpan.FromDays(2), status);
        (await ReadAsync(Demo.Casey, number)).QuerySelector(".call-card")!.TextContent.ShouldContain(words);
    }

    [Theory]
    [InlineData(CallStatus.Cancelled)]
    [InlineData(CallStatus.Rejected)]
    [InlineData(CallStatus.NoShow)]
    public async Task A_call_that_will_not_take_place_is_no_upcoming_one(CallStatus status)
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        await portal.AddCallAsync(number, TimeSpan.FromDays(2), status);
        var page = await ReadAsync(Demo.Casey, number);
        page.QuerySelector(".call-card").ShouldBeNull();
        page.QuerySelector("#booking-heading")!.TextContent.ShouldBe("Book a Call");
    }

    [Fact]
    public async Task Reassigning_warns_of_the_call_with_the_previous_technician_and_one_press_asks_to_book_again()
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        await portal.AddCallAsync(number, TimeSpan.FromDays(2));
        var ada = await portal.SessionAsync(Demo.Ada);
        var version = (await ReadAsync(Demo.Ada, number)).QuerySelector("input[name=version]")!.GetAttribute("value")!;

        using var assigned = await ada.PostFormAsync($"/tickets/{number}?handler=Assign", new() { ["userId"] = $"{Demo.Cal.Id}", ["version"] = version }, Stop, $"/tickets/{number}");
        assigned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await ReadAsync(Demo.Ada, number);
        var warning = page.QuerySelector("#previous-technician [role=alert]").ShouldNotBeNull();
        warning.TextContent.ShouldContain("Booked with previous technician");
        (await ReadAsync(Demo.Casey, number)).QuerySelector("#previous-technician [role=alert]").ShouldBeNull();

        var action = warning.QuerySelector("form")!.GetAttribute("action")!;
        using var asked = await ada.PostFormAsync(action, [], Stop, $"/tickets/{number}");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(Demo.Casey, number)).QuerySelector("#conversation-entries")!.TextContent.ShouldContain("Please book a new time with Cal Connor");
    }

    [Fact]
    public async Task Watching_is_a_button_that_turns_round()
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        var tess = await portal.SessionAsync(Demo.Tess);
        (await ReadAsync(Demo.Tess, number)).QuerySelector(".watch button")!.TextContent.ShouldBe("Watch this ticket");

        using var watching = await tess.PostFormAsync($"/tickets/{number}?handler=Watch", new() { ["watch"] = "true" }, Stop, $"/tickets/{number}");
        watching.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await ReadAsync(Demo.Tess, number);
        page.QuerySelector(".watch button")!.TextContent.ShouldBe("Stop watching");
        page.QuerySelector(".watch")!.TextContent.ShouldContain("One other person watches");

        using var stopped = await tess.PostFormAsync($"/tickets/{number}?handler=Watch", new() { ["watch"] = "false" }, Stop, $"/tickets/{number}");
        (await ReadAsync(Demo.Tess, number)).QuerySelector(".watch button")!.TextContent.ShouldBe("Watch this ticket");
    }
}
