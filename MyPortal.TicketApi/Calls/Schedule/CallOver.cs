namespace MyPortal.TicketApi.Calls.Schedule;

/// <summary>
/// Some minutes after the end of a call, scheduled when it was booked or moved: if the calendar has not told of the end, the clock does.
/// Only what still holds then counts.
/// </summary>
/// <param name="CallId">The call.</param>
/// <param name="Uid">The calendar's id of the booking when this was scheduled.</param>
/// <param name="End">Its end then.</param>
public sealed record CallOver(Guid CallId, string Uid, DateTimeOffset End);
