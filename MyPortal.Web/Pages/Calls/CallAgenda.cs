using MyPortal.Web.Clients;
using MyPortal.Web.Formatting;

namespace MyPortal.Web.Pages.Calls;

/// <summary>
/// A technician's calls by day. Days are those of the time zone that the technician's calendar goes by; weeks end on Sunday (ISO 8601). What was
/// called off is left out: its ticket tells of it.
/// </summary>
public sealed record CallAgenda(IReadOnlyList<MyCall> Today, IReadOnlyList<MyCall> ThisWeek, IReadOnlyList<MyCall> Later)
{
    public bool IsEmpty => Today.Count + ThisWeek.Count + Later.Count == 0;

    public static CallAgenda Of(IEnumerable<MyCall> calls, DateTimeOffset now)
    {
        var parts = calls
            .Where(mine => mine.Call.Status is not ("cancelled" or "rejected"))
            .OrderBy(mine => mine.Call.Start)
            .ToLookup(mine => PartOf(mine.Call, now));
        return new([.. parts[Part.Today]], [.. parts[Part.ThisWeek]], [.. parts[Part.Later]]);
    }

    private static Part PartOf(TicketCall call, DateTimeOffset now)
    {
        var zone = ZonedTime.Zone(call.Organizer.TimeZone);
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var day = TimeZoneInfo.ConvertTime(call.Start, zone).Date;
        return day <= today ? Part.Today : day <= sunday ? Part.ThisWeek : Part.Later;
    }

    private enum Part
    {
        Today,
        ThisWeek,
        Later,
    }
}
