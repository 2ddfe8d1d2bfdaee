using System.Net;
using System.Text.Json;

namespace MyPortal.Tests.CalCom;

/// <summary>Reading bookings by API v2, as reconciliation does.</summary>
public sealed class BookingApiTests(StandInFixture standIn) : IClassFixture<StandInFixture>, IDisposable
{
    private readonly StandInHost _host = new(standIn.Http);
    private StandInApi? _api;

    private StandInApi Api => _api ??= new StandInApi(standIn.Http, _host.User);

    public void Dispose() => _api?.Dispose();

    [Fact]
    public async Task A_cursor_leads_through_all_bookings_each_once_even_when_more_are_made_meanwhile()
    {
        var made = new List<string>();
        for (var n = 0; n < 5; n++)
            made.Add(await _host.BookedUidAsync());

        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await Api.BookingsAsync($"limit=2&sortUpdatedAt=asc{cursor}");
            seen.AddRange(Uids(page));
            if (seen.Count == 2)
                made.Add(await _host.BookedUidAsync());
            var pagination = page.GetProperty("pagination");
            cursor = pagination.GetProperty("hasMore").GetBoolean() ? $"&cursor={pagination.GetProperty("nextCursor").GetString()}" : "";
        }
        while (cursor.Length > 0);

        seen.ShouldBe(made);
    }

    [Fact]
    public async Task The_order_can_be_turned_round()
    {
        var made = new List<string>();
        for (var n = 0; n < 3; n++)
            made.Add(await _host.BookedUidAsync(start: DateTimeOffset.UtcNow.AddHours(n)));
        made.Reverse();

        var first = await Api.BookingsAsync("limit=2&sortStart=desc");
        var second = await Api.BookingsAsync($"limit=2&sortStart=desc&cursor={first.GetProperty("pagination").GetProperty("nextCursor").GetString()}");

        Uids(first).Concat(Uids(second)).ShouldBe(made);
        second.GetProperty("pagination").GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Before_cursors_pages_had_numbers()
    {
        for (var n = 0; n < 3; n++)
            await _host.BookAsync();
        using var api = new StandInApi(standIn.Http, _host.User, "2024-08-13");

        var page = await api.BookingsAsync("take=2&skip=2");

        Uids(page).Count.ShouldBe(1);
        var pagination = page.GetProperty("pagination");
        pagination.GetProperty("totalItems").GetInt32().ShouldBe(3);
        pagination.GetProperty("currentPage").GetInt32().ShouldBe(2);
        pagination.GetProperty("hasNextPage").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_moved_booking_shows_the_metadata_that_its_webhook_may_have_lost_and_the_two_name_each_other()
    {
        await _host.SwitchAsync(new { rescheduleLosesMetadata = true });
        var old = await _host.BookedUidAsync();
        var moved = (await _host.DoAsync(old, "reschedule")).GetProperty("uid").GetString();

        var booking = (await Api.JsonAsync(HttpMethod.Get, $"/v2/bookings/{moved}")).GetProperty("data");

        booking.GetProperty("metadata").GetProperty("ticket_reference").GetString().ShouldBe(StandInHost.Reference);
        booking.GetProperty("rescheduledFromUid").GetString().ShouldBe(old);
        booking.GetProperty("status").GetString().ShouldBe("accepted");
        booking.GetProperty("icsUid").GetString().ShouldBe($"{old}@Cal.com");
        var former = (await Api.JsonAsync(HttpMethod.Get, $"/v2/bookings/{old}")).GetProperty("data");
        former.GetProperty("status").GetString().ShouldBe("cancelled");
        former.GetProperty("rescheduledToUid").GetString().ShouldBe(moved);
        former.TryGetProperty("rescheduledFromUid", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_no_show_is_an_absent_attendee()
    {
        var uid = await _host.BookedUidAsync();
        await _host.DoAsync(uid, "no-show");

        var attendee = (await Api.JsonAsync(HttpMethod.Get, $"/v2/bookings/{uid}")).GetProperty("data").GetProperty("attendees")[0];

        attendee.GetProperty("absent").GetBoolean().ShouldBeTrue();
        attendee.GetProperty("email").GetString().ShouldBe("casey@northwind.example");
    }

    [Theory]
    [InlineData("status=upcoming", "upcoming")]
    [InlineData("status=past", "past")]
    [InlineData("status=cancelled", "cancelled")]
    [InlineData("status=unconfirmed", "unconfirmed")]
    [InlineData("attendeeEmail=nobody@northwind.example", "")]
    [InlineData("attendeeEmail=CASEY@northwind.example", "past upcoming cancelled unconfirmed")]
    [InlineData("afterStart={now}", "upcoming unconfirmed cancelled")]
    [InlineData("beforeEnd={now}", "past")]
    [InlineData("afterUpdatedAt={soon}", "")]
    [InlineData("beforeCreatedAt={soon}", "past upcoming cancelled unconfirmed")]
    public async Task Bookings_are_filtered(string filter, string expected)
    {
        var (past, future) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var names = new Dictionary<string, string>
        {
            [await _host.BookedUidAsync(start: past)] = "past",
            [await _host.BookedUidAsync(start: future)] = "upcoming",
            [await _host.BookedUidAsync("confirm-call", future)] = "unconfirmed",
        };
        var cancelled = await _host.BookedUidAsync(start: future);
        await _host.DoAsync(cancelled, "cancel");
        names[cancelled] = "cancelled";
        var query = filter.Replace("{now}", $"{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ssZ}", StringComparison.Ordinal)
            .Replace("{soon}", $"{DateTimeOffset.UtcNow.AddMinutes(5):yyyy-MM-ddTHH:mm:ssZ}", StringComparison.Ordinal);

        Uids(await Api.BookingsAsync(query)).Select(uid => names[uid])
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Theory]
    [InlineData("status=lost")]
    [InlineData("status=past,upcoming")]
    [InlineData("limit=0")]
    [InlineData("limit=251")]
    [InlineData("cursor=nonsense")]
    [InlineData("afterUpdatedAt=yesterday")]
    [InlineData("sortStart=up")]
    public async Task A_query_that_makes_no_sense_is_refused(string query)
    {
        using var answer = await Api.SendAsync(HttpMethod.Get, $"/v2/bookings?{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Bookings_of_somebody_else_are_not_shown()
    {
        var uid = await _host.BookedUidAsync();
        using var other = new StandInApi(standIn.Http, new StandInHost(standIn.Http).User);

        using var answer = await other.SendAsync(HttpMethod.Get, $"/v2/bookings/{uid}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Uids(await other.BookingsAsync()).ShouldBeEmpty();
    }

    private static List<string> Uids(JsonElement page) => [.. page.GetProperty("data").EnumerateArray().Select(b => b.GetProperty("uid").GetString()!)];
}
