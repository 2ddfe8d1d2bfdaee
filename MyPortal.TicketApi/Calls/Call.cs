using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.Calls;

/// <summary>
/// One call about a ticket, however often it is moved. Everything here is derived from its <see cref="StoredFact"/>s, and kept so that
/// reading is cheap.
/// </summary>
internal sealed class Call
{
    public Guid Id { get; init; }
    public Guid TicketId { get; init; }

    /// <summary>Null once the technician has disconnected their calendar.</summary>
    public string? ConnectionId { get; init; }

    public Guid TechnicianId { get; init; }
    public CallStatus Status { get; set; }

    /// <summary>The calendar's id of the booking as it stands, after all moves.</summary>
    public string HeadUid { get; set; } = "";

    public DateTimeOffset Start { get; set; }
    public DateTimeOffset End { get; set; }
    public CallDetails Details { get; set; } = new();

    /// <summary>Counts up with each change that calendars must take over (RFC 5545).</summary>
    public int Sequence { get; set; }

    /// <summary>W3C <c>traceparent</c> of the ticket page that it was booked from.</summary>
    public string? PageTraceParent { get; set; }

    public DateTimeOffset BookedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    public List<CallUid> Uids { get; } = [];
    public List<StoredFact> Facts { get; } = [];

    /// <summary>Takes over what follows from the facts.</summary>
    public void Take(CallState state, DateTimeOffset now)
    {
        Status = state.Status;
        HeadUid = state.HeadUid;
        Start = state.Start;
        End = state.End;
        Details = state.Details;
        Sequence = state.Sequence;
        BookedAt = state.BookedAt;
        UpdatedAt = now;
    }

    /// <summary>Still to come or going on, as far as we know: neither over nor called off.</summary>
    public bool IsAhead(DateTimeOffset now) => Status switch
    {
        CallStatus.InProgress => true,
        CallStatus.Pending or CallStatus.PaymentPending or CallStatus.Accepted or CallStatus.RescheduleRequested => End > now,
        _ => false,
    };
}
