namespace MyPortal.TicketApi.Infrastructure;

/// <summary>How long to wait before trying again what has failed: longer from failure to failure.</summary>
internal static class Backoff
{
    /// <summary>
    /// For work that is given up in the end, a delay for each failure but the last: short at first, because most failures pass at once; an hour
    /// and a quarter in all.
    /// </summary>
    public static readonly IReadOnlyList<TimeSpan> RetryDelays =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1),
    ];

    private static readonly TimeSpan MaxDoublingRetryDelay = TimeSpan.FromMinutes(10);

    /// <summary>For work that waits as long as it takes for a server that is away: one second, then twice as long each time, up to ten minutes.</summary>
    /// <param name="failures">How many there were so far, from 1.</param>
    public static TimeSpan DoublingRetryDelay(int failures) =>
        failures > 10 ? MaxDoublingRetryDelay : TimeSpan.FromTicks(Math.Min(TimeSpan.FromSeconds(1 << (failures - 1)).Ticks, MaxDoublingRetryDelay.Ticks));
}
