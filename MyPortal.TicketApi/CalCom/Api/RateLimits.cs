using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MyPortal.TicketApi.CalCom.Api;

/// <summary>
/// How long each key must rest: as long as a 429's <c>Retry-After</c> says or, once <c>X-RateLimit-Remaining</c> is used up, as
/// <c>X-RateLimit-Reset</c> says. Cal.com adds the limit's name to these headers (<c>X-RateLimit-Remaining-Default</c>).
/// </summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private static readonly TimeSpan ByDefault = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _restUntil = new();

    /// <summary>Null when the key may be used now.</summary>
    public DateTimeOffset? RestsUntil(string apiKey)
    {
        if (!_restUntil.TryGetValue(Name(apiKey), out var until))
            return null;
        if (until > clock.GetUtcNow())
            return until;
        _restUntil.TryRemove(new(Name(apiKey), until));
        return null;
    }

    /// <summary>Learns from an answer; call it for every one.</summary>
    public void Note(string apiKey, HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            Rest(apiKey, RetryAfter(response) ?? Reset(response) ?? ByDefault);
        else if (Number(response, "X-RateLimit-Remaining") is <= 0)
            Rest(apiKey, Reset(response) ?? ByDefault);
    }

    private void Rest(string apiKey, TimeSpan time)
    {
        if (time > TimeSpan.Zero)
            _restUntil[Name(apiKey)] = clock.GetUtcNow() + (time < MaxRetryDelay ? time : MaxRetryDelay);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    // Seconds from now; a number too large for that is the moment itself, in seconds or milliseconds since 1970.
    private TimeSpan? Reset(HttpResponseMessage response) => Number(response, "X-RateLimit-Reset") switch
    {
        null => null,
        > 100_000_000_000 and var moment => TimeSpan.FromMilliseconds(moment) - (clock.GetUtcNow() - DateTimeOffset.UnixEpoch),
        > 1_000_000_000 and var moment => TimeSpan.FromSeconds(moment) - (clock.GetUtcNow() - DateTimeOffset.UnixEpoch),
        { } seconds => TimeSpan.FromSeconds(seconds),
    };

    private static double? Number(HttpResponseMessage response, string header)
    {
        foreach (var (name, values) in response.Headers)
        {
            if ((name.Equals(header, StringComparison.OrdinalIgnoreCase) || name.StartsWith(header + "-", StringComparison.OrdinalIgnoreCase))
                && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }
        return null;
    }

    // Keys are not kept in clear text longer than a request needs them.
    private static string Name(string apiKey) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)));
}
