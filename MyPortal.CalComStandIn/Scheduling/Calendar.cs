namespace MyPortal.CalComStandIn.Scheduling;

internal sealed record Slot(DateTimeOffset Start, DateTimeOffset End);

/// <summary>Everybody's office hours: ten working days from tomorrow, 8:00 to 12:00 and 13:00 to 17:00 UTC.</summary>
internal sealed class Calendar(TimeProvider time, Bookings bookings)
{
    private const int WorkingDays = 10;
    private static readonly (int From, int To)[] Hours = [(8, 12), (13, 17)];

    public IEnumerable<Slot> Free(EventType eventType) =>
        Slots(eventType).Where(slot => !bookings.IsTaken(eventType.User, slot));

    /// <summary>Whether a booking may be forced to that time: any but those at the ends of the calendar.</summary>
    public static bool IsThinkable(DateTimeOffset start) => start.Year is > 2000 and < 2200;

    /// <summary>The slot that begins then, free or not; null when none does.</summary>
    public Slot? Find(EventType eventType, DateTimeOffset start) => Slots(eventType).FirstOrDefault(slot => slot.Start == start);

    private IEnumerable<Slot> Slots(EventType eventType)
    {
        var length = TimeSpan.FromMinutes(eventType.Minutes);
        var today = new DateTimeOffset(time.GetUtcNow().Date, TimeSpan.Zero);
        var days = Enumerable.Range(1, 2 * WorkingDays)
            .Select(n => today.AddDays(n))
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Take(WorkingDays);
        foreach (var day in days)
        {
            foreach (var (from, to) in Hours)
            {
                for (var start = day.AddHours(from); start + length <= day.AddHours(to); start += length)
                    yield return new Slot(start, start + length);
            }
        }
    }
}
