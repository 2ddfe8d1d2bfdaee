using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MyPortal.TicketApi.CalCom.Api;

/// <summary><c>/v2/bookings</c> of the key's owner, read only.</summary>
internal sealed class CalComBookings(CalComHttp http, ILogger<CalComBookings> logger)
{
    // "cal-api-version" as Cal.com's documentation demands it for each operation. Without it, the answer has another form.
    private const string ListVersion = "2026-05-01";
    private const string OneVersion = "2026-02-25";
    private const int PageSize = 100;

    // Nobody has ten thousand bookings in a window of ours: then the filter, or the cursor, does not do what it says.
    private const int MaxPages = 100;

    /// <summary>What has been made or changed after this moment.</summary>
    public IAsyncEnumerable<CalComBooking> ChangedAsync(string apiKey, DateTimeOffset after, CancellationToken cancellationToken) =>
        ListAsync(apiKey, $"afterUpdatedAt={Text(after)}", cancellationToken);

    /// <summary>What begins and ends between these moments. Who was absent is marked without the booking counting as changed.</summary>
    public IAsyncEnumerable<CalComBooking> TakingPlaceAsync(string apiKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ListAsync(apiKey, $"afterStart={Text(from)}&beforeEnd={Text(to)}", cancellationToken);

    /// <summary>Null when the key's owner has no such booking.</summary>
    /// <exception cref="CalComApiException">Cal.com did not answer as it should.</exception>
    public async Task<CalComBooking?> FindAsync(string apiKey, string uid, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.Get, $"bookings/{Uri.EscapeDataString(uid)}", OneVersion, apiKey, null, cancellationToken);
        return answer is null ? null : CalComBooking.Read(answer.Value.GetProperty("data"));
    }

    private async IAsyncEnumerable<CalComBooking> ListAsync(string apiKey, string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var next = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var answer = await http.SendAsync(HttpMethod.Get, $"bookings?limit={PageSize}&{filter}{next}", ListVersion, apiKey, null, cancellationToken);
            if (answer is not { } list || list.GetProperty("data") is not { ValueKind: JsonValueKind.Array } data)
                throw new CalComApiException(CalComFailure.Unreadable, "Cal.com's answer is no list of bookings.");

            foreach (var json in data.EnumerateArray())
            {
                if (CalComBooking.Read(json) is { } booking)
                    yield return booking;
                else
                    logger.LogWarning("Cal.com listed a booking that cannot be read; it is left out");
            }
            if (NextCursor(list) is not { } following || following == cursor)
                yield break;
            cursor = following;
        }
    }

    // A list that lacks its pagination is not a list that has ended.
    private static string? NextCursor(JsonElement list)
    {
        if (!list.TryGetProperty("pagination", out var pagination) || pagination.ValueKind is not JsonValueKind.Object)
            throw new CalComApiException(CalComFailure.Unreadable, "Cal.com's list does not say whether it goes on.");
        var more = !pagination.TryGetProperty("hasMore", out var hasMore) || hasMore.ValueKind is not JsonValueKind.False;
        return more && pagination.TryGetProperty("nextCursor", out var cursor) && cursor.ValueKind is JsonValueKind.String ? cursor.GetString() : null;
    }

    private static string Text(DateTimeOffset at) =>
        Uri.EscapeDataString(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
