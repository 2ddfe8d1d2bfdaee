using System.Globalization;

namespace MyPortal.Web.Formatting;

/// <summary>A call's time in the zone that somebody lives by, for people in another one.</summary>
public static class ZonedTime
{
    private const string Date = "ddd d MMM yyyy";
    private const string Time = "HH:mm";

    /// <summary><c>Tue 1 Dec 2026, 10:00 to 10:30 (Europe/Berlin)</c>. A zone that nobody knows is shown as UTC.</summary>
    public static string In(string timeZone, DateTimeOffset start, DateTimeOffset end)
    {
        var zone = Zone(timeZone);
        var from = TimeZoneInfo.ConvertTime(start, zone);
        var to = TimeZoneInfo.ConvertTime(end, zone);
        var day = from.ToString(Date, CultureInfo.InvariantCulture);
        var until = to.ToString(from.Date == to.Date ? Time : $"{Date}, {Time}", CultureInfo.InvariantCulture);
        return $"{day}, {from.ToString(Time, CultureInfo.InvariantCulture)} to {until} ({zone.Id})";
    }

    /// <summary>The zone with this IANA name, or UTC.</summary>
    public static TimeZoneInfo Zone(string timeZone) => TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
}
