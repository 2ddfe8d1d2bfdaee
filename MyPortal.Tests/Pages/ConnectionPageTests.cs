using System.Net;
using AngleSharp.Dom;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Webhooks;

namespace MyPortal.Tests.Pages;

/// <summary>My Profile: a technician connects Cal.com without any script.</summary>
public sealed class ConnectionPageTests(PortalFixture portal)
{
    private const string Ping = """{"triggerEvent":"PING","payload":{}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_have_no_such_section() =>
        (await (await portal.SessionAsync(Demo.Casey)).GetPageAsync("/profile")).QuerySelector("#cal-com").ShouldBeNull();

    [Fact]
    public async Task The_secret_is_in_the_answer_that_made_it_and_nowhere_else()
    {
        using var technician = await portal.NewSessionAsync("technician");
        (await technician.GetPageAsync("/profile")).Text("#cal-com h2").ShouldBe("Connect Cal.com");

        using var connected = await technician.PostFormAsync("/profile?handler=Connect", [], Stop, "/profile");

        connected.StatusCode.ShouldBe(HttpStatusCode.OK);
        connected.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await connected.PageAsync();
        var secret = page.Value("#webhook-secret[readonly]");
        secret.Length.ShouldBeGreaterThanOrEqualTo(43);
        page.Value("#webhook-url[readonly]").ShouldStartWith(portal.Address("web").GetLeftPart(UriPartial.Authority) + "/webhooks/cal-com/");
        technician.CookieHeader.ShouldNotContain(secret);
        var later = await technician.GetHtmlAsync("/profile", Stop);
        later.ShouldNotContain(secret);
        later.ShouldContain("Settings → Developer → Webhooks");
    }

    [Fact]
    public async Task The_last_delivery_is_told_in_words_and_a_rotated_secret_says_how_long_the_old_one_holds()
    {
        using var technician = await portal.NewSessionAsync("technician");
        using var connected = await technician.PostFormAsync("/profile?handler=Connect", [], Stop, "/profile");
        var page = await connected.PageAsync();
        Fact(page, "Last delivery").ShouldBe("None yet.");
        await PingAsync(page.Value("#webhook-url"), page.Value("#webhook-secret"));
        await Eventually.GetAsync(
            async () => Fact(await technician.GetPageAsync("/profile"), "Last delivery"),
            told => told.EndsWith("ignored. A test from Cal.com: the signature was right.", StringComparison.Ordinal));

        using var rotated = await technician.PostFormAsync("/profile?handler=NewSecret", [], Stop, "/profile");

        var after = await rotated.PageAsync();
        after.Value("#webhook-secret").ShouldNotBe(page.Value("#webhook-secret"));
        Fact(after, "Secret").ShouldContain("The one before is accepted until");
        // When the last delivery came, when the secret was made, how long the one before holds: all three as times that a script can rewrite.
        after.QuerySelectorAll("#cal-com .facts time[datetime]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_refused_key_is_told_beside_its_field_and_never_shown_and_a_right_one_sets_the_webhook_up()
    {
        using var technician = await portal.NewSessionAsync("technician");
        (await technician.PostFormAsync("/profile?handler=Connect", [], Stop, "/profile")).Dispose();

        using var impossible = await technician.PostFormAsync("/profile?handler=ApiKey", new() { ["apiKey"] = "short" }, Stop, "/profile");
        impossible.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await impossible.PageAsync()).Text("#api-key-error[role=alert]").ShouldContain("8 to 200");

        using var refused = await technician.PostFormAsync("/profile?handler=ApiKey", new() { ["apiKey"] = "cal_live_of_another_cal_com" }, Stop, "/profile");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.PageAsync();
        page.Text("#api-key-error[role=alert]").ShouldContain("Cal.com refuses this API key.");
        Fact(page, "API key").ShouldStartWith("Cal.com refuses it.");
        (await refused.Content.ReadAsStringAsync(Stop)).ShouldNotContain("cal_live_of_another_cal_com");

        var key = $"cal_stand_in_page{Guid.NewGuid():n}";
        using var works = await technician.PostFormAsync("/profile?handler=ApiKey", new() { ["apiKey"] = key }, Stop, "/profile");
        works.StatusCode.ShouldBe(HttpStatusCode.Redirect, await works.Content.ReadAsStringAsync(Stop));
        var later = await technician.GetHtmlAsync("/profile", Stop);
        later.ShouldContain("The API key works, and the webhook is set up.");
        later.ShouldContain("The portal has set it up at Cal.com");
        later.ShouldNotContain(key);

        (await technician.PostFormAsync("/profile?handler=ForgetApiKey", [], Stop, "/profile")).Dispose();
        Fact(await technician.GetPageAsync("/profile"), "API key").ShouldBe("There is none.");
    }

    [Fact]
    public async Task Disconnecting_asks_first_and_what_is_pressed_in_an_old_window_is_answered()
    {
        using var technician = await portal.NewSessionAsync("administrator");
        (await technician.PostFormAsync("/profile?handler=Connect", [], Stop, "/profile")).Dispose();
        using var again = await technician.PostFormAsync("/profile?handler=Connect", [], Stop, "/profile");
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.PageAsync()).Text("#cal-com [role=alert]").ShouldContain("connected Cal.com already");
        (await technician.GetPageAsync("/profile")).QuerySelector("details:not([open]) form[action*='Disconnect']").ShouldNotBeNull();

        using var gone = await technician.PostFormAsync("/profile?handler=Disconnect", [], Stop, "/profile");
        gone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await technician.GetHtmlAsync("/profile", Stop)).ShouldContain("Cal.com is disconnected.");

        using var late = await technician.PostFormAsync("/profile?handler=NewSecret", [], Stop, "/profile");
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await late.PageAsync()).Text("#cal-com [role=alert]").ShouldContain("disconnected in the meantime");
    }

    private static string Fact(IDocument page, string name) =>
        page.QuerySelectorAll("#cal-com .facts > div").Single(fact => fact.Text("dt") == name).Text("dd");

    private async Task PingAsync(string webhookUrl, string secret)
    {
        using var calCom = portal.CreateClient("web");
        using var request = new HttpRequestMessage(HttpMethod.Post, webhookUrl) { Content = new StringContent(Ping, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Cal-Signature-256", CalComAccount.Sign(Ping, secret));
        using var response = await calCom.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
