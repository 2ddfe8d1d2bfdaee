namespace MyPortal.TicketApi.Infrastructure;

internal static class Clock
{
    /// <summary>Now, as exactly as PostgreSQL keeps it: what is answered at once equals what is read later.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
