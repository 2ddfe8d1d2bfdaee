using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>Bookings made through the real embed.js.</summary>
public sealed class EmbeddedBookingTests(StandInFixture standIn) : IClassFixture<StandInFixture>
{
    private static readonly string[] Opening =
        ["__iframeReady", "__windowLoadComplete", "__dimensionChanged", "__dimensionChanged", "linkReady", "bookerViewed", "bookerReady"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_real_embed_opens_inline_becomes_ready_and_grows_to_its_content()
    {
        var page = await standIn.OpenAsync("opening/ticket-call");

        await StandInFixture.EventAsync(page, "bookerReady");
        var types = await page.EvaluateAsync<string[]>("window.events.map(e => e.type)");
        types.Where(t => Opening.Contains(t)).Distinct().ShouldBe(Opening.Distinct());
        (await page.Locator("cal-inline").GetAttributeAsync("loading")).ShouldBe("done");
        await Assertions.Expect(page.FrameLocator(".cal-embed").GetByRole(AriaRole.Heading, new() { Name = "Ticket call" })).ToBeVisibleAsync();
        (await OverflowAsync(page)).ShouldBe(0);

        await ChooseFirstTimeAsync(page);
        await page.WaitForFunctionAsync("() => window.events.some(e => e.type === '__routeChanged')");
        await Assertions.Expect(page.FrameLocator(".cal-embed").GetByLabel("Your name")).ToBeVisibleAsync();
        (await OverflowAsync(page)).ShouldBe(0);
    }

    [Fact]
    public async Task A_booking_is_reported_to_the_page_and_kept_with_what_the_link_carried()
    {
        var page = await standIn.OpenAsync("carried/ticket-call", new Dictionary<string, string>
        {
            ["name"] = "Casey Customer",
            ["email"] = "casey@northwind.example",
            ["notes"] = "Ticket 4711: the till is down & out",
            ["metadata[ticket]"] = "opaque+/=reference",
            ["metadata[other]"] = "kept too",
        });

        await ChooseFirstTimeAsync(page);
        await page.FrameLocator(".cal-embed").GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        var reported = await StandInFixture.EventAsync<ReportedBooking>(page, "bookingSuccessfulV2");
        reported.Status.ShouldBe("ACCEPTED");
        reported.PaymentRequired.ShouldBeFalse();
        var booking = await standIn.Http.ReadStrictlyAsync<StandInBooking>($"/_stand-in/booking/{reported.Uid}");
        booking.Start.ShouldBe(reported.StartTime);
        booking.End.ShouldBe(reported.EndTime);
        booking.Attendee.ShouldBe(new StandInAttendee("Casey Customer", "casey@northwind.example", "Europe/Berlin"));
        booking.Notes.ShouldBe("Ticket 4711: the till is down & out");
        booking.Metadata.ShouldBe(
            new Dictionary<string, string> { ["ticket"] = "opaque+/=reference", ["other"] = "kept too" }, ignoreOrder: true);
        await Assertions.Expect(page.FrameLocator(".cal-embed").GetByRole(AriaRole.Heading, new() { Name = "This meeting is scheduled" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_modal_works_too_and_Escape_closes_it()
    {
        var page = await standIn.OpenAsync("modal/ticket-call", how: "modal");

        await StandInFixture.EventAsync(page, "linkReady");
        await Assertions.Expect(page.Locator("cal-modal-box")).ToHaveAttributeAsync("state", "loaded");
        await Assertions.Expect(page.FrameLocator(".cal-embed").GetByRole(AriaRole.Heading, new() { Name = "Ticket call" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("cal-modal-box")).ToHaveCSSAsync("visibility", "hidden");
    }

    [Fact]
    public async Task A_time_that_somebody_else_takes_meanwhile_is_said_to_be_taken_and_no_longer_offered()
    {
        var page = await standIn.OpenAsync("contended/ticket-call", new { name = "Casey", email = "casey@northwind.example" });
        var start = await ChooseFirstTimeAsync(page);
        (await standIn.Http.PostAsJsonAsync("/_stand-in/bookings/contended/30min", new { start, name = "Quinn", email = "quinn@harbour.example" }, Cancellation))
            .EnsureSuccessStatusCode();
        var frame = page.FrameLocator(".cal-embed");

        await frame.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        await Assertions.Expect(frame.GetByRole(AriaRole.Alert).GetByText("just been taken")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Locator($"[data-start='{start}']")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<bool>("window.events.some(e => e.type.startsWith('bookingSuccessful'))")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_link_prefills_is_text_and_never_markup()
    {
        const string Hostile = "\"><img src=x onerror=\"document.title='owned'\"></textarea><script>document.title='owned'</script>";
        var page = await standIn.OpenAsync("hostile/ticket-call", new { name = Hostile, email = "casey@northwind.example", notes = Hostile, theme = Hostile });

        await ChooseFirstTimeAsync(page);

        var frame = page.FrameLocator(".cal-embed");
        (await frame.GetByLabel("Your name").InputValueAsync()).ShouldBe(Hostile);
        (await frame.GetByLabel("Additional notes").InputValueAsync()).ShouldBe(Hostile);
        (await frame.Locator("img, main script").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Missing_details_are_named_beside_their_fields_and_nothing_is_booked()
    {
        var page = await standIn.OpenAsync("incomplete/ticket-call", new { email = "nonsense" });
        await ChooseFirstTimeAsync(page);
        var frame = page.FrameLocator(".cal-embed");

        await frame.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        await Assertions.Expect(frame.GetByLabel("Your name")).ToBeFocusedAsync();
        await Assertions.Expect(frame.Locator("#name-problem")).Not.ToBeEmptyAsync();
        await Assertions.Expect(frame.Locator("#email-problem")).Not.ToBeEmptyAsync();
    }

    [Theory]
    [InlineData("dark", ColorScheme.Light, "dark")]
    [InlineData("light", ColorScheme.Dark, "light")]
    [InlineData("auto", ColorScheme.Dark, "light dark")]
    public async Task The_theme_of_the_link_wins_over_the_systems(string theme, ColorScheme system, string expected)
    {
        var page = await standIn.OpenAsync("themed/ticket-call", new { theme }, colorScheme: system);

        await StandInFixture.EventAsync(page, "linkReady");
        (await page.FrameLocator(".cal-embed").Locator("html").EvaluateAsync<string>("e => getComputedStyle(e).colorScheme")).ShouldBe(expected);
    }

    [Fact]
    public async Task The_whole_booking_can_be_made_from_the_keyboard_at_320_pixels()
    {
        var page = await standIn.OpenAsync("keyboard/ticket-call", new { name = "Casey", email = "casey@northwind.example" }, width: 320);
        await StandInFixture.EventAsync(page, "bookerReady");
        var frame = page.FrameLocator(".cal-embed");
        (await frame.Locator("html").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth")).ShouldBe(0);

        await frame.GetByRole(AriaRole.Group, new() { Name = "Time" }).GetByRole(AriaRole.Button).First.PressAsync("Enter");
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Your details" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(frame.GetByLabel("Your name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await StandInFixture.EventAsync(page, "bookingSuccessfulV2");
    }

    private static async Task<string> ChooseFirstTimeAsync(IPage page)
    {
        await StandInFixture.EventAsync(page, "bookerReady");
        var first = page.FrameLocator(".cal-embed").GetByRole(AriaRole.Group, new() { Name = "Time" }).GetByRole(AriaRole.Button).First;
        await Assertions.Expect(first).ToHaveTextAsync(new Regex(@"^\d\d:\d\d$"));
        var start = await first.GetAttributeAsync("data-start");
        await first.ClickAsync();
        return start!;
    }

    private static async Task<int> OverflowAsync(IPage page)
    {
        var frame = page.Frames.Single(f => f.ParentFrame is not null);
        await frame.WaitForFunctionAsync("() => document.documentElement.scrollHeight <= innerHeight");
        return await frame.EvaluateAsync<int>("document.documentElement.scrollHeight - innerHeight");
    }
}
