namespace MyPortal.TicketApi.Calls.Reminders;

/// <summary>When somebody wants to be reminded of calls. Whoever has chosen nothing is not reminded: calendars do that already.</summary>
internal sealed class ReminderChoice
{
    public Guid PersonId { get; init; }

    /// <summary>Some of <see cref="ReminderTimes.Offered"/>.</summary>
    public int[] MinutesBefore { get; set; } = [];
}
