using System.Net;
using System.Text.Json;
using MyPortal.Tests.Fixtures;

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
            var page = await Api.BookingsAsync($"limit=2{cursor}");
            seen.AddRange(page.Uids);
            if (seen.Count == 2)
                made.Add(await _host.BookedUidAsync());
            cursor = page.Pagination.HasMore ? $"&cursor={page.Pagination.NextCursor}" : "";
        }
        while (cursor.Length > 0);

        seen.ShouldBe(made);
    }

    [Fact]
    public async Task A_moved_booking_shows_the_metadata_that_its_webhook_may_have_lost_and_the_two_name_each_other()
    {
        await _host.SwitchAsync(new { rescheduleLosesMetadata = true });
        var old = await _host.BookedUidAsync();
        var moved = (await _host.DoAsync(old, "reschedule")).Uid;

        var booking = await Api.DataAsync<ApiBooking>(HttpMethod.Get, $"/v2/bookings/{moved}");

        booking.Metadata["ticket_reference"].ShouldBe(StandInHost.Reference);
        booking.RescheduledFromUid.ShouldBe(old);
        booking.Status.ShouldBe("accepted");
        booking.IcsUid.ShouldBe($"{old}@Cal.com");
        var json = await Api.DataAsync<JsonElement>(HttpMethod.Get, $"/v2/bookings/{old}");
        var former = json.ReadAs<ApiBooking>();
        former.Status.ShouldBe("cancelled");
        former.RescheduledToUid.ShouldBe(moved);
        json.TryGetProperty("rescheduledFromUid", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_no_show_is_an_absent_attendee()
    {
        var uid = await _host.BookedUidAsync();
        await _host.DoAsync(uid, "no-show");

        var attendee = (await Api.DataAsync<ApiBooking>(HttpMethod.Get, $"/v2/bookings/{uid}")).Attendees[0];

        attendee.Absent.ShouldBeTrue();
        attendee.Email.ShouldBe("casey@northwind.example");
    }

    [Theory]
    [InlineData("", "past upcoming cancelled unconfirmed")]
    [InlineData("afterStart={now}", "upcoming unconfirmed cancelled")]
    [InlineData("beforeEnd={now}", "past")]
    [InlineData("afterUpdatedAt={soon}", "")]
    [InlineData("afterUpdatedAt={before}", "past upcoming cancelled unconfirmed")]
    [InlineData("afterStart={now}&beforeEnd={soon}", "")]
    public async Task Bookings_are_filtered(string filter, string expected)
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
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
            .Replace("{before}", $"{before:yyyy-MM-ddTHH:mm:ssZ}", StringComparison.Ordinal)
            .Replace("{soon}", $"{DateTimeOffset.UtcNow.AddMinutes(5):yyyy-MM-ddTHH:mm:ssZ}", StringComparison.Ordinal);

        (await Api.BookingsAsync(query)).Uids.Select(uid => names[uid])
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=251")]
    [InlineData("cursor=nonsense")]
    [InlineData("afterUpdatedAt=yesterday")]
    [InlineData("status=past")]
    public async Task A_query_that_makes_no_sense_here_is_refused_and_not_answered_otherwise(string query)
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
        (await other.BookingsAsync()).Data.ShouldBeEmpty();
    }
}
