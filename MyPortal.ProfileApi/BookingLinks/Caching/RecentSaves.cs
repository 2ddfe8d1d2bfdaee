using System.Collections.Frozen;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>This replica's copy of the list of links saved lately. Rule 2 of <see cref="LinkCache"/>.</summary>
internal sealed class RecentSaves(TimeProvider clock)
{
    /// <summary>For how long a copy is believed, counted by the monotonic clock from before its query was sent.</summary>
    public static readonly TimeSpan TrustDuration = TimeSpan.FromSeconds(2);

    /// <summary>For how long a save stays on the list: longer than any cached entry is believed, with room for differing clocks.</summary>
    public static readonly TimeSpan RetentionTime = TimeSpan.FromMinutes(20);

    private readonly Lock _lock = new();
    private Copy? _copy;
    private long _distrustedAt = long.MinValue;

    /// <summary>To be called before a query for the list is sent.</summary>
    public long BeginCopy() => clock.GetTimestamp();

    /// <summary>Takes over a copy whose query was sent at <paramref name="begun"/>, unless something happened since that it may not show.</summary>
    public void Replace(long begun, IEnumerable<KeyValuePair<Guid, long>> versions)
    {
        var copy = new Copy(begun, versions.ToFrozenDictionary());
        lock (_lock)
        {
            if (begun > _distrustedAt)
                _copy = copy;
        }
    }

    /// <summary>Redis may have lost its memory: entries are believed again only with a copy begun from now on.</summary>
    public void Distrust()
    {
        lock (_lock)
        {
            _distrustedAt = clock.GetTimestamp();
            _copy = null;
        }
    }

    /// <summary>False when the copy is too old to believe. A technician who is not on the list has no lowest version.</summary>
    public bool TryGetLowestVersion(Guid technicianId, out long version)
    {
        version = long.MinValue;
        var copy = Volatile.Read(ref _copy);
        if (copy is null || clock.GetElapsedTime(copy.Begun) >= TrustDuration)
            return false;

        if (copy.Versions.TryGetValue(technicianId, out var listed))
            version = listed;
        return true;
    }

    private sealed record Copy(long Begun, FrozenDictionary<Guid, long> Versions);
}
