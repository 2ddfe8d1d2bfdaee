using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.Calls;

/// <summary>
/// One call about a ticket, however often it is moved. Everything here is derived from its <see cref="BookingFact"/>s, and kept so that
/// reading is cheap.
/// </summary>
internal sealed class Booking
{
    public Guid Id { get; init; }
    public Guid TicketId { get; init; }

    /// <summary>Null once the technician has disconnected their calendar.</summary>
    public string? ConnectionId { get; init; }

    public Guid TechnicianId { get; init; }
    public BookingStatus Status { get; set; }

    /// <summary>The calendar's id of the booking as it stands, after all moves.</summary>
    public required string HeadUid { get; set; }

    public DateTimeOffset Start { get; set; }
    public DateTimeOffset End { get; set; }
    public required string Title { get; set; }
    public required string OrganizerName { get; set; }
    public required string OrganizerEmail { get; set; }
    public required string OrganizerTimeZone { get; set; }
    public required string AttendeeName { get; set; }
    public required string AttendeeEmail { get; set; }
    public required string AttendeeTimeZone { get; set; }

    /// <summary>Everybody whom the calendar has written to already: the attendee and their guests, in lower case.</summary>
    public string[] AttendeeEmails { get; set; } = [];

    /// <summary>As the calendar gave it; not yet known to be a safe link.</summary>
    public string? JoinUrl { get; set; }

    /// <summary>Origin of the calendar's own pages, as the calendar gave it.</summary>
    public string? BookerUrl { get; set; }

    /// <summary>Counts up with each change that calendars must take over (RFC 5545).</summary>
    public int Sequence { get; set; }

    /// <summary>W3C <c>traceparent</c> of the ticket page that it was booked from.</summary>
    public string? PageTraceParent { get; set; }

    public DateTimeOffset BookedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    public List<BookingUid> Uids { get; } = [];
    public List<BookingFact> Facts { get; } = [];

    /// <summary>Takes over what follows from the facts.</summary>
    public void Take(BookingState state, FactSet facts, DateTimeOffset now)
    {
        Status = state.Status;
        HeadUid = state.HeadUid;
        Start = state.Start;
        End = state.End;
        Title = state.Title;
        OrganizerName = state.OrganizerName;
        OrganizerEmail = state.OrganizerEmail;
        OrganizerTimeZone = state.OrganizerTimeZone;
        AttendeeName = state.AttendeeName;
        AttendeeEmail = state.AttendeeEmail ?? "";
        AttendeeTimeZone = state.AttendeeTimeZone;
        AttendeeEmails = [.. state.AttendeeEmails];
        JoinUrl = state.JoinUrl;
        BookerUrl = state.BookerUrl;
        Sequence = state.Sequence;
        BookedAt = facts.Min(fact => fact.At);
        UpdatedAt = now;
    }

    /// <summary>Still to come or going on, as far as we know: neither over nor called off.</summary>
    public bool IsAhead(DateTimeOffset now) => Status switch
    {
        BookingStatus.InProgress => true,
        BookingStatus.Pending or BookingStatus.PaymentPending or BookingStatus.Accepted or BookingStatus.RescheduleRequested => End > now,
        _ => false,
    };
}
