namespace MyPortal.TicketApi.Mail;

/// <summary>How long a mail waits for a server that is away: twice as long each time, from one second up to ten minutes.</summary>
internal static class RetryPauses
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>After this a mail is given up. Mail servers among themselves do the same.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    /// <param name="attempts">How many were in vain so far, from 1.</param>
    public static TimeSpan After(int attempts) =>
        attempts > 10 ? Longest : TimeSpan.FromTicks(Math.Min(TimeSpan.FromSeconds(1 << (attempts - 1)).Ticks, Longest.Ticks));
}
