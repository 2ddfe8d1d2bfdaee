using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

internal sealed class LookupMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _lookups = meters.Create("MyPortal.ProfileApi")
        .CreateCounter<long>("myportal.booking_link.lookups", "{lookup}", "Booking links looked up, by how the cache answered.");

    /// <summary>Counts the lookup and notes its outcome on the request's span as <c>booking.cache</c>.</summary>
    public void Record(LookupOutcome outcome)
    {
        var name = Name(outcome);
        _lookups.Add(1, new KeyValuePair<string, object?>("outcome", name));
        Activity.Current?.SetTag("booking.cache", name);
    }

    public static string Name(LookupOutcome outcome) => outcome switch
    {
        LookupOutcome.Hit => "hit",
        LookupOutcome.Miss => "miss",
        _ => "bypass",
    };
}
