namespace MyPortal.TicketApi.Calls.Schedule;

/// <summary>
/// Some time before a call, scheduled when it was booked or moved. Only what still holds then counts: a handler looks whether the call is
/// to take place at <paramref name="Start"/>.
/// </summary>
/// <param name="CallId">The call.</param>
/// <param name="Start">Its start as it was when this was scheduled.</param>
/// <param name="MinutesBefore">How long before: one of <see cref="CallSchedule.MinutesBefore"/>.</param>
public sealed record CallApproaching(Guid CallId, DateTimeOffset Start, int MinutesBefore);
