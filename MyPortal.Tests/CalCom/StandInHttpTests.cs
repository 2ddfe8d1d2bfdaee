using System.Net;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

public sealed class StandInHttpTests(StandInFixture standIn) : IClassFixture<StandInFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_offers_ten_working_days_to_come_and_every_time_once()
    {
        var starts = await StartsAsync("offers/ticket-call");

        starts.ShouldBeUnique();
        starts.ShouldBeInOrder();
        starts[0].ShouldBeGreaterThan(DateTimeOffset.UtcNow);
        var days = starts.Select(s => s.UtcDateTime.Date).Distinct().ToList();
        days.Count.ShouldBe(10);
        days.ShouldAllBe(d => d.DayOfWeek != DayOfWeek.Saturday && d.DayOfWeek != DayOfWeek.Sunday);
    }

    [Fact]
    public async Task Of_many_who_want_one_time_exactly_one_gets_it()
    {
        var start = (await StartsAsync("rush/ticket-call"))[3];

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => BookAsync("rush/ticket-call", start, $"Person {n}")));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(19);
        (await StartsAsync("rush/ticket-call")).ShouldNotContain(start);
        (await BookAsync("somebody-else/ticket-call", start, "Person")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("", "casey@northwind.example", "name")]
    [InlineData("Casey", "casey", "email")]
    [InlineData("Casey", null, "email")]
    public async Task A_booking_without_proper_details_is_refused_and_says_which(string name, string? email, string field)
    {
        var start = (await StartsAsync("invalid/ticket-call"))[0];

        using var answer = await BookAsync("invalid/ticket-call", start, name, email);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadStrictlyAsync<Problem>()).Fields.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task A_time_that_is_not_offered_cannot_be_booked()
    {
        using var answer = await BookAsync("invalid/ticket-call", DateTimeOffset.UtcNow.AddYears(1), "Casey");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:00Z")]
    public async Task Tests_book_at_any_time_but_at_the_ends_of_the_calendar(DateTimeOffset start)
    {
        using var answer = await standIn.Http.PostAsJsonAsync(
            "/_stand-in/bookings/invalid/call", new { start, anyTime = true, name = "Casey", email = "casey@northwind.example" }, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Booking_pages_may_be_framed_and_run_only_their_own_scripts()
    {
        using var answer = await standIn.Http.GetAsync("/tess/ticket-call/embed?embed=x", Cancellation);

        answer.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldNotContain("frame-ancestors");
        policy.ShouldContain("script-src 'self';");
    }

    [Fact]
    public async Task The_index_names_every_way_to_fail()
    {
        var index = await standIn.Http.GetStringAsync("/", Cancellation);

        foreach (var name in (string[])["not-found", "never-ready", "slow", "hang", "blocked-frame"])
            index.ShouldContain($"tess/{name}");
        index.ShouldContain("nothing is booked for real");
    }

    [Fact]
    public async Task Without_npm_it_is_healthy_and_says_what_is_missing_where_the_script_would_be()
    {
        var folder = Directory.CreateTempSubdirectory("calcom-");
        await using var replica = await StandInProcess.StartAsync(("EmbedScript__Directory", folder.FullName), ("EmbedScript__Npm", "no-such-command"));
        using var http = replica.CreateClient();

        (await http.GetStringAsync("/health", Cancellation)).ShouldBe("Healthy");
        using var script = await http.GetAsync("/embed/embed.js", Cancellation);
        script.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        var text = await script.Content.ReadAsStringAsync(Cancellation);
        text.ShouldStartWith("// ");
        text.ShouldContain("npm");
        (await http.GetStringAsync("/", Cancellation)).ShouldContain("Missing.");
        folder.EnumerateFileSystemInfos().ShouldBeEmpty();
        folder.Delete(recursive: true);
    }

    private Task<HttpResponseMessage> BookAsync(
        string link, DateTimeOffset start, string name, string? email = "casey@northwind.example") =>
        standIn.Http.PostAsJsonAsync($"/_stand-in/bookings/{link}", new { start, name, email }, Cancellation);

    private async Task<List<DateTimeOffset>> StartsAsync(string link) =>
        [.. (await standIn.Http.ReadStrictlyAsync<List<StandInSlot>>($"/_stand-in/slots/{link}")).Select(slot => slot.Start)];
}
