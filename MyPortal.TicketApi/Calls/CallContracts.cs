using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.Calls;

/// <summary>A call about a ticket, as this reader may see it.</summary>
/// <param name="Id">Identifies the call; stays the same when it is moved.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Start">Start in UTC.</param>
/// <param name="End">End in UTC.</param>
/// <param name="Title">As the calendar calls it.</param>
/// <param name="Organizer">The technician, as the calendar names them.</param>
/// <param name="Attendee">Who booked.</param>
/// <param name="JoinUrl">Where the call takes place. For technicians, administrators, the requester and the attendee, while the call is ahead.</param>
/// <param name="RescheduleUrl">The calendar's page to move it; for the same people.</param>
/// <param name="CancelUrl">The calendar's page to call it off; for the same people.</param>
/// <param name="IsAhead">Still to come or going on, as far as is known: neither over nor called off.</param>
/// <param name="WithPreviousTechnician">The call is ahead, but the ticket has been given to somebody else since.</param>
public sealed record CallItem(
    Guid Id,
    CallStatus Status,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Title,
    CallOrganizer Organizer,
    CallAttendee Attendee,
    string? JoinUrl,
    string? RescheduleUrl,
    string? CancelUrl,
    bool IsAhead,
    bool WithPreviousTechnician);

/// <summary>The host of a call.</summary>
/// <param name="Id">The technician whose calendar it is in.</param>
/// <param name="Name">As the calendar names them.</param>
/// <param name="TimeZone">IANA name of the time zone that they live by.</param>
public sealed record CallOrganizer(Guid? Id, string Name, string TimeZone);

/// <summary>Who booked a call.</summary>
/// <param name="Name">As they gave it when booking.</param>
/// <param name="TimeZone">IANA name of the time zone that they booked in.</param>
public sealed record CallAttendee(string Name, string TimeZone);
