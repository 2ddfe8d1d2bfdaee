namespace MyPortal.Web.Clients;

/// <summary>A call on a ticket, as TicketApi lets this reader see it.</summary>
public sealed record TicketCall(
    Guid Id, string Status, DateTimeOffset Start, DateTimeOffset End, CallOrganizer Organizer, CallAttendee Attendee,
    string? JoinUrl, string? RescheduleUrl, string? CancelUrl, bool IsAhead, bool WithPreviousTechnician);

public sealed record CallOrganizer(string Name, string TimeZone);

public sealed record CallAttendee(string Name, string TimeZone);
