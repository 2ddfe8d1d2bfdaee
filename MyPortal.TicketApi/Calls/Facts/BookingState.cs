namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>Where a call stands, as its facts together say.</summary>
internal sealed record BookingState
{
    public required BookingStatus Status { get; init; }

    /// <summary>The uid that nobody has rescheduled: the calendar's present name for this call.</summary>
    public required string HeadUid { get; init; }

    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }

    /// <summary>Start of the booking that the head replaced, if any.</summary>
    public DateTimeOffset? PreviousStart { get; init; }

    /// <summary>Counts up with every fact that calendars must take over (RFC 5545 SEQUENCE).</summary>
    public int Sequence { get; init; }

    public string Title { get; init; } = "";
    public string OrganizerName { get; init; } = "";
    public string OrganizerEmail { get; init; } = "";
    public string OrganizerTimeZone { get; init; } = "UTC";
    public string AttendeeName { get; init; } = "";
    public string? AttendeeEmail { get; init; }
    public string AttendeeTimeZone { get; init; } = "UTC";

    /// <summary>Whom the calendar has written to besides the host, over the whole history of the call, in lower case and in order.</summary>
    public IReadOnlyList<string> AttendeeEmails { get; init; } = [];

    public string? JoinUrl { get; init; }
    public string? BookerUrl { get; init; }

    /// <summary>What somebody gave as the reason for the present state.</summary>
    public string? Reason { get; init; }
}
