namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>Where a call stands, as its facts together say.</summary>
internal sealed record CallState
{
    public required CallStatus Status { get; init; }

    /// <summary>The uid that nobody has rescheduled: the calendar's present name for this call.</summary>
    public required string HeadUid { get; init; }

    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }

    /// <summary>Start of the booking that the head replaced, if any.</summary>
    public DateTimeOffset? PreviousStart { get; init; }

    /// <summary>Counts up with every fact that calendars must take over (RFC 5545 SEQUENCE).</summary>
    public int Sequence { get; init; }

    public required CallDetails Details { get; init; }

    /// <summary>What somebody gave as the reason for the present state.</summary>
    public string? Reason { get; init; }

    /// <summary>When the first of its facts happened.</summary>
    public DateTimeOffset BookedAt { get; init; }
}
