namespace MyPortal.TicketApi.Infrastructure;

internal static class TimeZones
{
    /// <summary>The zone with this IANA name; UTC for one that this machine does not know: the moment is right in UTC too.</summary>
    public static TimeZoneInfo OrUtc(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
