using System.Globalization;

namespace MyPortal.Web.Clients;

/// <summary>TicketApi's calls, on behalf of the signed-in person: those in their own calendar, its private address, and reminders.</summary>
public sealed class CallClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    /// <summary>A technician's own calls that end after <paramref name="from"/> and start before <paramref name="to"/>, at most 62 days.</summary>
    public Task<ApiResult<MyCalls>> MineAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        GetAsync<MyCalls>("/api/bookings/mine" + QueryString.Create(new Dictionary<string, string?> { ["from"] = Instant(from), ["to"] = Instant(to) }), ct);

    public Task<ApiResult<FeedState>> FeedAsync(CancellationToken ct) => GetAsync<FeedState>("/api/bookings/feed", ct);

    /// <summary>Makes a private address; the one before ends.</summary>
    public Task<ApiResult<NewFeed>> MakeFeedAsync(CancellationToken ct) => SendAsync<NewFeed>(HttpMethod.Post, "/api/bookings/feed", null, null, ct);

    public Task<ApiResult<object>> RevokeFeedAsync(CancellationToken ct) => SendAsync<object>(HttpMethod.Delete, "/api/bookings/feed", null, null, ct);

    public Task<ApiResult<ReminderTimes>> RemindersAsync(CancellationToken ct) => GetAsync<ReminderTimes>("/api/bookings/reminders", ct);

    public Task<ApiResult<ReminderTimes>> ChooseRemindersAsync(IReadOnlyList<int> minutesBefore, CancellationToken ct) =>
        SendAsync<ReminderTimes>(HttpMethod.Put, "/api/bookings/reminders", new { minutesBefore }, null, ct);

    private static string Instant(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
