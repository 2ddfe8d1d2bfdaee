using System.Net;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace MyPortal.Tests.Tracing;

/// <summary>One trace tells the whole path of a ticket page, from the server to the calendar in the browser.</summary>
public sealed class TicketPageTraceTests(PortalFixture portal, BrowserFixture browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Asks for a page under a trace id that the test knows.</summary>
    private async Task<string> ReadUnderTraceAsync(long number)
    {
        var traceId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tickets/{number}");
        request.Headers.Add("traceparent", $"00-{traceId}-00f067aa0ba902b7-01");
        using var response = await (await portal.SessionAsync(Demo.Casey)).Client.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return traceId;
    }

    // The first page may miss, and a machine too busy to ask Redis in time bypasses it: then once more.
    private async Task<string> ReadUntilCacheSaysAsync(string outcome, long number, Func<Task>? before = null) => (await Eventually.GetAsync(
        async () =>
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            var traceId = await ReadUnderTraceAsync(number);
            var card = (await TraceAsync(traceId, HasCard)).Single(span => span.Name == "booking card");
            return (TraceId: traceId, Cache: card.Attributes.GetValueOrDefault("booking.cache"));
        },
        read => read.Cache == outcome)).TraceId;

    private Task<IReadOnlyList<Span>> TraceAsync(string traceId, Func<IReadOnlyList<Span>, bool> isComplete) =>
        portal.Telemetry.TraceAsync(traceId, isComplete, Stop);

    private static bool HasCard(IReadOnlyList<Span> spans) =>
        spans.Any(span => span.Name == "booking card") && spans.Any(span => span is { Service: "web", ParentId: "00f067aa0ba902b7" })
        && spans.Any(span => span.Service == "ticketapi" && span.IsPostgres);

    [Fact]
    public async Task A_page_with_a_cached_booking_link_shows_web_ticketapi_postgres_profileapi_redis()
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        var traceId = await ReadUntilCacheSaysAsync("hit", number);
        var spans = await TraceAsync(traceId, spans => HasCard(spans) && spans.Any(span => span.Service == "profileapi" && span.IsRedis));

        spans.Count(span => span.Service == "ticketapi" && span.IsPostgres).ShouldBeInRange(1, 3);
        spans.ShouldNotContain(span => span.Service == "profileapi" && span.IsPostgres);
        var card = spans.Single(span => span.Name == "booking card");
        card.Attributes["booking.card.state"].ShouldBe("shown");
        card.Attributes["booking.provider"].ShouldBe("cal_com");
    }

    [Fact]
    public async Task A_cache_miss_goes_on_to_postgres()
    {
        var number = await portal.TicketForAsync(Demo.Lee);
        var traceId = await ReadUntilCacheSaysAsync("miss", number, () => portal.SaveBookingLinkAsync(Demo.Lee, Demo.Lee.BookingLinkUrl));
        var spans = await TraceAsync(traceId, spans => HasCard(spans) && spans.Any(span => span.Service == "profileapi" && span.IsPostgres));
        var card = spans.Single(span => span.Name == "booking card");
        card.Attributes["booking.provider"].ShouldBe("calendly");
    }

    [Fact]
    public async Task A_hidden_card_says_why()
    {
        var spans = await TraceAsync(await ReadUnderTraceAsync(await portal.TicketForAsync(null)), HasCard);
        var card = spans.Single(span => span.Name == "booking card");
        card.Attributes["booking.card.state"].ShouldBe("hidden");
        card.Attributes["booking.card.reason"].ShouldBe("no_assignee");
    }

    [Fact]
    public async Task No_name_address_or_ticket_text_stands_in_a_trace()
    {
        var number = await portal.TicketForAsync(Demo.Tess, "Very secret subject");
        var spans = await TraceAsync(await ReadUnderTraceAsync(number), HasCard);
        var everything = string.Join('\n', spans);
        foreach (var secret in (string[])["casey", "tess", "Very secret", "Written by a test", "northwind", "Bearer"])
            everything.ShouldNotContain(secret, Case.Insensitive);
        // No address of anybody; SQL's @parameters are none.
        everything.ShouldNotMatch(@"\w@\w");
    }

    [Fact]
    public async Task What_happens_in_the_browser_joins_the_same_trace_with_its_own_times()
    {
        // A session of its own: reports are limited by session, and other tests book in Casey's.
        using var session = await portal.NewSessionAsync(Demo.Casey);
        var page = await browser.NewPageAsync();
        await session.CopyToAsync(page.Context);
        await page.GotoAsync(new Uri(session.Client.BaseAddress!, "/errors/404").ToString());
        var traceId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        await page.Context.SetExtraHTTPHeadersAsync([new("traceparent", $"00-{traceId}-00f067aa0ba902b7-01")]);
        await page.GoToTicketAsync($"/tickets/{await portal.TicketForAsync(Demo.Tess)}");
        await page.Context.SetExtraHTTPHeadersAsync([]);
        await page.BookButton().ClickAsync();
        await page.Calendar().BookAsync();
        await Expect(page.Locator("#booking-status")).ToContainTextAsync("Thank you");

        var spans = await TraceAsync(traceId, spans => spans.Any(span => span.Name == "booking.made") && spans.Any(span => span.Name == "booking.embed.ready") && HasCard(spans));
        var made = spans.Single(span => span.Name == "booking.made");
        var server = spans.Single(span => span.Id == made.ParentId);
        server.Name.ShouldBe("GET tickets/{number:long}");
        foreach (var name in (string[])["booking.embed.script", "booking.embed.ready", "booking.made"])
        {
            var span = spans.Single(span => span.Name == name);
            span.ParentId.ShouldBe(server.Id);
            span.Attributes["telemetry.origin"].ShouldBe("browser");
            span.Start.ShouldBeGreaterThan(server.Start);
            span.Milliseconds.ShouldBeInRange(1, 30_000);
        }
        made.End.ShouldBeGreaterThan(spans.Single(span => span.Name == "booking.embed.ready").End);
    }

    [Theory]
    [InlineData("""{ "trace": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "sentAt": 1, "steps": [{ "name": "booking.made", "start": 1, "end": 1 }] }""", "trace")]
    [InlineData("""{ "trace": "{token}", "sentAt": 1, "steps": [{ "name": "booking.made", "start": 1, "end": 1 }] }""", "sentAt")]
    [InlineData("""{ "trace": "{token}", "sentAt": {now}, "steps": [{ "name": "drop.table", "start": {now}, "end": {now} }] }""", "steps")]
    [InlineData("""{ "trace": "{token}", "sentAt": {now}, "steps": [{ "name": "booking.made", "start": {now}, "end": 1 }] }""", "steps")]
    [InlineData("""{ "trace": "{token}", "sentAt": {now}, "steps": [null] }""", "steps")]
    [InlineData("""{ "trace": "{token}", "sentAt": {now}, "steps": [] }""", "steps")]
    [InlineData("""{ "trace": "{token}", "sentAt": {now} }""", "steps")]
    public async Task The_intake_names_what_is_wrong_with_a_report(string report, string field)
    {
        var casey = await portal.SessionAsync(Demo.Casey);
        var html = await casey.GetHtmlAsync($"/tickets/{await portal.TicketForAsync(Demo.Tess)}", Stop);
        var token = System.Text.RegularExpressions.Regex.Match(html, "portal-trace\" content=\"([^\"]+)").Groups[1].Value;
        var body = report.Replace("{token}", token, StringComparison.Ordinal).Replace("{now}", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var response = await SendAsync(casey, body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ReadStrictlyAsync<Problem>()).Fields.Keys.Select(name => name.ToLowerInvariant()).ShouldContain(field.ToLowerInvariant());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{ \"trace\": 5 }", HttpStatusCode.BadRequest)]
    [InlineData("{ \"steps\": \"many\" }", HttpStatusCode.BadRequest)]
    [InlineData("too big", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Rubbish_is_refused_without_an_error(string body, HttpStatusCode expected)
    {
        using var response = await SendAsync(await portal.SessionAsync(Demo.Casey), body == "too big" ? $"\"{new string('x', 9000)}\"" : body);
        response.StatusCode.ShouldBe(expected);
    }

    private static Task<HttpResponseMessage> SendAsync(WebSession session, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/telemetry/booking") { Content = new StringContent(body, null, "application/json") };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return session.Client.SendAsync(request, Stop);
    }
}
