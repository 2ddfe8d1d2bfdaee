using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using MyPortal.Tests.Rules.Reconciliation;
using MyPortal.TicketApi.CalCom.Api;

namespace MyPortal.Tests.Rules.CalComApi;

public sealed class CalComBookingsTests
{
    private const string Key = "cal_live_key";
    private readonly SettableClock _clock = new();

    private static string Page(string? nextCursor, params string[] bookings) => new JsonObject
    {
        ["status"] = "success",
        ["data"] = JsonNode.Parse($"[{string.Join(',', bookings)}]"),
        ["pagination"] = new JsonObject { ["nextCursor"] = nextCursor, ["hasMore"] = nextCursor is not null },
    }.ToJsonString();

    private static string Booking(string uid) => new ApiBooking(uid, ApiBooking.Made).ToJson().ToJsonString();

    [Fact]
    public async Task All_pages_are_read_with_the_version_that_has_cursors()
    {
        var cal = new CannedAnswers(CannedAnswers.Json(Page("next one", Booking("a"), Booking("b"))), CannedAnswers.Json(Page(null, Booking("c"))));

        (await ChangedAsync(cal)).ShouldBe(["a", "b", "c"]);

        cal.Requests.ShouldAllBe(request => request.Version == "2026-05-01" && request.Key == $"Bearer {Key}");
        cal.Requests[0].Url.PathAndQuery.ShouldBe("/v2/bookings?limit=100&afterUpdatedAt=2026-03-02T09%3A00%3A00.000Z");
        cal.Requests[1].Url.Query.ShouldEndWith("&cursor=next%20one");
    }

    [Fact]
    public async Task A_booking_that_cannot_be_read_does_not_keep_the_others_away()
    {
        var cal = new CannedAnswers(CannedAnswers.Json(Page(null, """{"uid":"x","status":7}""", "null", """["y"]""", Booking("a"))));

        (await ChangedAsync(cal)).ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"status":"success","data":{}}""")]
    [InlineData("""{"status":"success","data":[]}""")]
    [InlineData("""{"status":"success","data":null,"pagination":{}}""")]
    public async Task An_answer_that_is_no_list_is_no_empty_list(string answer) =>
        (await FailureAsync(new CannedAnswers(CannedAnswers.Json(answer)))).Failure.ShouldBe(CalComFailure.Unreadable);

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, CalComFailure.KeyRefused)]
    [InlineData(HttpStatusCode.Forbidden, CalComFailure.KeyRefused)]
    [InlineData(HttpStatusCode.BadGateway, CalComFailure.Unavailable)]
    [InlineData(HttpStatusCode.BadRequest, CalComFailure.Rejected)]
    [InlineData(HttpStatusCode.Redirect, CalComFailure.Rejected)]
    public async Task A_refusal_says_whose_fault_it_is(HttpStatusCode status, object failure) =>
        (await FailureAsync(new CannedAnswers(CannedAnswers.Json("{}", status)))).Failure.ShouldBe(failure);

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_unavailable() =>
        (await FailureAsync(new CannedAnswers(() => throw new HttpRequestException("No route to host")))).Failure.ShouldBe(CalComFailure.Unavailable);

    [Fact]
    public async Task After_429_nothing_is_sent_before_the_time_that_it_names()
    {
        var cal = new CannedAnswers(
            CannedAnswers.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "30")), CannedAnswers.Json(Page(null, Booking("a"))));
        var limits = new RateLimits(_clock);

        (await FailureAsync(cal, limits)).RetryAt.ShouldBe(_clock.Now.AddSeconds(30));
        _clock.Now = _clock.Now.AddSeconds(29);
        (await FailureAsync(cal, limits)).Failure.ShouldBe(CalComFailure.RateLimited);
        cal.Requests.Count.ShouldBe(1);

        _clock.Now = _clock.Now.AddSeconds(2);
        (await ChangedAsync(cal, limits)).ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("X-RateLimit-Remaining", "X-RateLimit-Reset", "40")]
    [InlineData("X-RateLimit-Remaining-Default", "X-RateLimit-Reset-Default", "40")]
    [InlineData("X-RateLimit-Remaining-Default", "X-RateLimit-Reset-Default", "1772442040")]
    [InlineData("X-RateLimit-Remaining-Default", "X-RateLimit-Reset-Default", "1772442040000")]
    public async Task When_the_last_request_is_used_the_key_rests_until_the_reset(string remaining, string reset, string when)
    {
        var limits = new RateLimits(_clock);
        var cal = new CannedAnswers(CannedAnswers.Json(Page(null), HttpStatusCode.OK, (remaining, "0"), (reset, when)));

        (await ChangedAsync(cal, limits)).ShouldBeEmpty();

        limits.RestsUntil(Key).ShouldBe(_clock.Now.AddSeconds(40));
        limits.RestsUntil("another key").ShouldBeNull();
    }

    private async Task<List<string>> ChangedAsync(CannedAnswers cal, RateLimits? limits = null)
    {
        using var http = new HttpClient(cal, disposeHandler: false) { BaseAddress = new Uri("https://api.cal.example/v2/") };
        var bookings = new CalComBookings(new CalComHttp(http, limits ?? new RateLimits(_clock)), NullLogger<CalComBookings>.Instance);
        return await bookings.ChangedAsync(Key, _clock.Now, TestContext.Current.CancellationToken)
            .Select(booking => booking.Uid).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<CalComApiException> FailureAsync(CannedAnswers cal, RateLimits? limits = null) =>
        await Should.ThrowAsync<CalComApiException>(() => ChangedAsync(cal, limits));

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
