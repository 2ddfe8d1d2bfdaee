using System.Net;
using AngleSharp.Html.Dom;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Pages;

namespace MyPortal.Tests.Degradation;

/// <summary>TicketApi is away: what a page can show without it, it shows, and says what is missing.</summary>
[Collection<FaultyWeb>]
public sealed class CallPagesDegradationTests(FaultyWeb web)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task My_Profile_does_without_what_TicketApi_knows(bool hangs)
    {
        using var tess = await web.SignInAsync(Demo.Tess);
        if (hangs)
            web.TicketApi.Hang();
        else
            web.TicketApi.Stop();

        var page = await tess.GetPageAsync("/profile");

        page.QuerySelector("#booking-link-url").ShouldNotBeNull();
        page.Text("#cal-com").ShouldContain("cannot be shown right now");
        page.Text("#reminders").ShouldContain("cannot be shown right now");
    }

    [Fact]
    public async Task A_change_that_could_not_be_saved_is_told_beside_it_and_what_was_ticked_stays()
    {
        using var tess = await web.SignInAsync(Demo.Tess);
        web.TicketApi.Stop();

        using var reminders = await tess.PostFormAsync("/profile?handler=Reminders", new() { ["minutesBefore"] = "60" }, Stop, "/profile");
        reminders.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await reminders.PageAsync();
        page.Text("#reminders-error[role=alert]").ShouldContain("try again");
        page.QuerySelectorAll("#reminders input:checked").Cast<IHtmlInputElement>().Select(box => box.Value).ShouldBe(["60"]);

        using var secret = await tess.PostFormAsync("/profile?handler=NewSecret", [], Stop, "/profile");
        secret.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await secret.PageAsync()).Text("#cal-com [role=alert]").ShouldContain("try again");
    }

    [Theory]
    [InlineData("Tess", "/calls")]
    [InlineData("Ada", "/admin/webhooks?state=failed")]
    public async Task A_list_that_cannot_be_read_offers_the_same_address_once_more(string reader, string path)
    {
        using var session = await web.SignInAsync(Demo.Everybody.Single(person => person.Name.StartsWith(reader, StringComparison.Ordinal)));
        web.TicketApi.Stop();

        using var answer = await session.Client.GetAsync(path, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.PageAsync()).QuerySelector(".error-page .button-primary")!.GetAttribute("href").ShouldBe(path);
    }
}
