using System.Text.Json;
using StackExchange.Redis;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>
/// An active technician as the booking card needs them. Without <see cref="Url"/> they have no link, which is cached as well.
/// <see cref="Version"/> was read in the same row as the rest, <see cref="ReadAt"/> taken before it was read.
/// </summary>
internal sealed record CachedLink(Guid TechnicianId, string Name, string Email, string? Url, long Version, DateTimeOffset ReadAt)
{
    public RedisValue Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Null for nothing, for a reader's token, and for anything else that is not an entry of this version of the program.</summary>
    public static CachedLink? TryRead(RedisValue value)
    {
        if ((byte[]?)value is not [(byte)'{', ..] json)
            return null;

        try
        {
            return JsonSerializer.Deserialize<CachedLink>(json) is { Name: not null, Email: not null } link ? link : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
