using System.Globalization;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Calls;

/// <summary>When a call is, in words. Zones are IANA names; one that this machine does not know counts as UTC.</summary>
internal static class CallTimes
{
    /// <summary>In a sentence: <c>Tuesday, 1 December 2026, 10:00 (Europe/Berlin)</c>.</summary>
    public static string Moment(DateTimeOffset at, string? zone)
    {
        var found = TimeZones.OrUtc(zone);
        return $"{Long(TimeZoneInfo.ConvertTime(at, found))} ({found.Id})";
    }

    /// <summary>From when to when, a line for each zone in which clocks show another time.</summary>
    public static string Span(DateTimeOffset start, DateTimeOffset end, params IEnumerable<string?> zones)
    {
        var lines = new List<(TimeSpan Offset, string Text)>();
        foreach (var zone in zones.Select(TimeZones.OrUtc))
        {
            var (from, to) = (TimeZoneInfo.ConvertTime(start, zone), TimeZoneInfo.ConvertTime(end, zone));
            if (lines.All(line => line.Offset != from.Offset))
                lines.Add((from.Offset, string.Create(CultureInfo.InvariantCulture, $"{Long(from)}–{(to.Date == from.Date ? $"{to:HH:mm}" : Long(to))} ({zone.Id})")));
        }
        return string.Join('\n', lines.Select(line => line.Text));
    }

    /// <summary>For a subject line: <c>Tue 1 Dec 2026, 10:00 (Europe/Berlin)</c>.</summary>
    public static string Short(DateTimeOffset start, string? zone)
    {
        var found = TimeZones.OrUtc(zone);
        return string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(start, found):ddd d MMM yyyy, HH:mm} ({found.Id})");
    }

    /// <summary>How soon, as a person would say it in that zone: <c>now</c>, <c>in 15 minutes</c>, <c>in an hour</c>, <c>in 5 hours</c>, <c>tomorrow</c>.</summary>
    public static string FromNow(DateTimeOffset start, DateTimeOffset now, string? zone)
    {
        var found = TimeZones.OrUtc(zone);
        var minutes = (int)Math.Ceiling((start - now).TotalMinutes);
        return minutes switch
        {
            <= 1 => "now",
            < 60 => string.Create(CultureInfo.InvariantCulture, $"in {minutes} minutes"),
            < 90 => "in an hour",
            >= 20 * 60 when TimeZoneInfo.ConvertTime(start, found).Date == TimeZoneInfo.ConvertTime(now, found).Date.AddDays(1) => "tomorrow",
            _ => string.Create(CultureInfo.InvariantCulture, $"in {Math.Round(minutes / 60.0)} hours"),
        };
    }

    private static string Long(DateTimeOffset at) => at.ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
