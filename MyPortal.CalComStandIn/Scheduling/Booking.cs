using System.Text.Json.Serialization;

namespace MyPortal.CalComStandIn.Scheduling;

internal enum BookingStatus
{
    Pending,
    Accepted,
    Cancelled,
    Rejected,
}

internal sealed record Attendee(string Name, string Email, string TimeZone);

/// <summary>The booking that this one replaced, as it was then.</summary>
internal sealed record Predecessor(int Id, string Uid, DateTimeOffset Start, DateTimeOffset End, string By, string? Reason);

/// <summary>
/// A booking as Cal.com's database knows it: <c>metadata</c> is whatever the embedding page put into the link, and moves
/// along to the booking that replaces this one.
/// </summary>
internal sealed record Booking
{
    public required string Uid { get; init; }

    public required int Id { get; init; }

    public required string User { get; init; }

    public required string EventSlug { get; init; }

    public int EventTypeId => EventType.Id;

    public string Title => $"{EventType.Title} between {EventType.Host} and {Attendee.Name}";

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required Attendee Attendee { get; init; }

    /// <summary>E-mail addresses of whom the attendee brings along.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    public string Notes { get; init; } = "";

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public required BookingStatus Status { get; init; }

    public bool PaymentDue { get; init; }

    /// <summary>Why it was cancelled or rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>E-mail address of who cancelled it.</summary>
    public string? CancelledBy { get; init; }

    /// <summary>Cancelled only because the host asked for another time.</summary>
    public bool RequestReschedule { get; init; }

    public Predecessor? RescheduledFrom { get; init; }

    /// <summary>The uid of the booking that replaced this one.</summary>
    public string? RescheduledTo { get; init; }

    /// <summary>The uid of the first booking, kept however often it is moved; so the calendar entry stays one.</summary>
    public required string RootUid { get; init; }

    public int ICalSequence { get; init; }

    public bool NoShow { get; init; }

    public bool Started { get; init; }

    public bool Ended { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public EventType EventType => new(User, EventSlug);

    [JsonIgnore]
    public bool TakesItsTime => Status is BookingStatus.Pending or BookingStatus.Accepted;

    /// <summary>Waits for the host, and for nothing else.</summary>
    [JsonIgnore]
    public bool IsRequest => this is { Status: BookingStatus.Pending, PaymentDue: false };

    [JsonIgnore]
    public bool IsAccepted => Status == BookingStatus.Accepted;

    [JsonIgnore]
    public bool AwaitsPayment => PaymentDue && TakesItsTime;

    /// <summary>Whether a new time may replace it: it stands, or the host has asked for one.</summary>
    [JsonIgnore]
    public bool CanMove => RescheduledTo is null && (TakesItsTime || RequestReschedule);

    public string EmailOf(Party party) => party == Party.Host ? EventType.HostEmail : Attendee.Email;
}

internal enum Party
{
    Attendee,
    Host,
}
