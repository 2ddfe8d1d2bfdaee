using System.Net;
using System.Text;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Degradation;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Pages;

/// <summary>The link in a mail, for people who are not signed in and for mail programs.</summary>
public sealed class UnsubscribePageTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_the_page_tells_the_number_and_nothing_else_and_ends_nothing()
    {
        var number = await portal.TicketForAsync(null, "Subject that nobody may read");
        using var stranger = portal.CreateClient("web");

        using var response = await stranger.GetAsync(await portal.UnsubscribePathAsync(Demo.Casey, number), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await response.PageAsync();
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content")!.ShouldContain("noindex");
        page.Text("main").ShouldContain($"#{number}");
        page.Text("html").ShouldNotContain("nobody may read");
        page.Text("html").ShouldNotContain(Demo.Casey.Name);
        (await WatchesAsync(number)).ShouldBeTrue();
    }

    [Fact]
    public async Task Pressing_the_button_without_scripts_ends_it_and_so_does_a_second_time()
    {
        var number = await portal.TicketForAsync(null);
        var path = await portal.UnsubscribePathAsync(Demo.Casey, number);
        using var stranger = portal.CreateClient("web");
        using var asked = await stranger.GetAsync(path, Stop);
        var form = (await asked.PageAsync()).QuerySelector("form#unsubscribe").ShouldNotBeNull();
        form.GetAttribute("method").ShouldBe("post");

        for (var time = 0; time < 2; time++)
        {
            using var fields = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(
                input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)));
            using var done = await stranger.PostAsync(path, fields, Stop);
            done.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await done.PageAsync()).Text("main").ShouldContain($"You get no more mails about calls on ticket #{number}.");
        }
        (await WatchesAsync(number)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n")]
    public async Task A_mail_program_ends_it_with_one_request(string contentType, string body)
    {
        // RFC 8058, 3.1: one POST of either form, without cookies.
        var number = await portal.TicketForAsync(null);
        using var program = portal.CreateClient("web");
        using var content = new StringContent(body, Encoding.ASCII);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await program.PostAsync(await portal.UnsubscribePathAsync(Demo.Casey, number), content, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await WatchesAsync(number)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_about_reminders_says_that_it_ends_all_of_them()
    {
        var number = await portal.TicketForAsync(null);
        using var stranger = portal.CreateClient("web");
        using var response = await stranger.GetAsync(await portal.UnsubscribePathAsync(Demo.Casey, number, reminders: true), Stop);
        (await response.PageAsync()).Text("#unsubscribe").ShouldContain("reminders of calls");
    }

    [Theory]
    [InlineData("/unsubscribe/made-up")]
    [InlineData("/unsubscribe/%3Cscript%3E%2F..%2F")]
    public async Task A_link_that_is_not_ours_is_told_so(string path)
    {
        using var stranger = portal.CreateClient("web");
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            using var request = new HttpRequestMessage(method, path);
            using var response = await stranger.SendAsync(request, Stop);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await response.PageAsync()).Text("h1").ShouldBe("This link does not work");
            response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        }
    }

    [Fact]
    public async Task While_TicketApi_is_away_the_button_stays_and_is_not_pressed_by_itself()
    {
        await using var proxy = FaultProxy.Before(portal.Address("ticketapi"));
        await using var web = await portal.StartWebAsync(ticketApi: proxy.Url);
        var path = await portal.UnsubscribePathAsync(Demo.Casey, await portal.TicketForAsync(null));
        using var stranger = web.CreateClient();
        proxy.Stop();

        using var response = await stranger.PostAsync(path, null, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await response.PageAsync();
        page.Text("[role=alert]").ShouldContain("try again");
        page.QuerySelector("#unsubscribe button").ShouldNotBeNull();
        page.QuerySelector("script[src*=unsubscribe]").ShouldBeNull();
    }

    private async Task<bool> WatchesAsync(long number)
    {
        using var casey = await portal.ApiClientAsync("ticketapi", Demo.Casey);
        return (await casey.ReadTicketAsync(number)).Watching;
    }
}
