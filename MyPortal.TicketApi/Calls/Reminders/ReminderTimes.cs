using System.ComponentModel.DataAnnotations;
using MyPortal.TicketApi.Calls.Schedule;

namespace MyPortal.TicketApi.Calls.Reminders;

/// <summary>When the caller is reminded of calls by mail.</summary>
/// <param name="MinutesBefore">Any of 1440, 60 and 15; empty for no reminders.</param>
public sealed record ReminderTimes([property: Required(ErrorMessage = ReminderTimes.Wanted), OfferedTimes] IReadOnlyList<int> MinutesBefore)
{
    internal const string Wanted = $"Choose any of {CallSchedule.MinutesBeforeInWords} minutes before the call.";

    /// <summary>A day, an hour and a quarter of an hour before: what is scheduled for every call.</summary>
    internal static IReadOnlyList<int> Offered => CallSchedule.MinutesBefore;
}

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class OfferedTimesAttribute() : ValidationAttribute(ReminderTimes.Wanted)
{
    public override bool IsValid(object? value) =>
        value is not IReadOnlyList<int> minutes || (minutes.Count <= ReminderTimes.Offered.Count && minutes.All(ReminderTimes.Offered.Contains));
}
