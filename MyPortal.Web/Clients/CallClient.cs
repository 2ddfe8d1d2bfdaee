using System.Globalization;

namespace MyPortal.Web.Clients;

/// <summary>TicketApi's calls, on behalf of the signed-in person: those in their own calendar, its private address, and reminders.</summary>
public sealed class CallClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    /// <summary>A technician's own calls that end after <paramref name="from"/> and start before <paramref name="to"/>, at most 62 days.</summary>
    public Task<ApiResult<MyCalls>> MineAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        GetAsync<MyCalls>("/api/bookings/mine".With(("from", Instant(from)), ("to", Instant(to))), cancellationToken);

    public Task<ApiResult<FeedState>> FeedAsync(CancellationToken cancellationToken) => GetAsync<FeedState>("/api/bookings/feed", cancellationToken);

    /// <summary>Makes a private address; the one before ends.</summary>
    public Task<ApiResult<NewFeed>> MakeFeedAsync(CancellationToken cancellationToken) =>
        SendAsync<NewFeed>(HttpMethod.Post, "/api/bookings/feed", cancellationToken);

    public Task<ApiResult<object>> RevokeFeedAsync(CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Delete, "/api/bookings/feed", cancellationToken);

    public Task<ApiResult<ReminderTimes>> RemindersAsync(CancellationToken cancellationToken) =>
        GetAsync<ReminderTimes>("/api/bookings/reminders", cancellationToken);

    public Task<ApiResult<ReminderTimes>> ChooseRemindersAsync(IReadOnlyList<int> minutesBefore, CancellationToken cancellationToken) =>
        SendAsync<ReminderTimes>(HttpMethod.Put, "/api/bookings/reminders", new { minutesBefore }, cancellationToken);

    private static string Instant(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
