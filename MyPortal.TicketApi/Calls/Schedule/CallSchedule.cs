using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Calls.Schedule;

/// <summary>What is to happen around the time of a call. Nothing is ever taken back: what comes due looks whether it still holds.</summary>
public sealed class CallSchedule(TicketOutbox outbox)
{
    /// <summary>Minutes before the start at which people can be told: a day, an hour, a quarter of an hour.</summary>
    public static readonly IReadOnlyList<int> MinutesBefore = [24 * 60, 60, SoonMinutes];

    /// <summary><see cref="MinutesBefore"/> as a message says it; a constant, because messages of attributes must be.</summary>
    public const string MinutesBeforeInWords = "1440, 60 and 15";

    /// <summary>When a call starts soon.</summary>
    public const int SoonMinutes = 15;

    /// <summary>How long after the end the calendar may still tell of it itself.</summary>
    public static readonly TimeSpan EndedTimeout = TimeSpan.FromMinutes(5);

    internal async Task SetAsync(Call call, DateTimeOffset now)
    {
        foreach (var minutes in MinutesBefore)
        {
            var at = call.Start.AddMinutes(-minutes);
            // Who books at the last moment is told that it starts soon, but of no moment that has passed.
            if (at > now || (minutes == SoonMinutes && call.Start > now))
                await outbox.ScheduleAsync(new CallApproaching(call.Id, call.Start, minutes), at > now ? at : now);
        }
        var over = call.End + EndedTimeout;
        await outbox.ScheduleAsync(new CallOver(call.Id, call.HeadUid, call.End), over > now ? over : now);
    }
}
