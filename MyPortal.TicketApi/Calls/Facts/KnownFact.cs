using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>
/// One thing that is known about one uid. What follows for a call depends on the set of its facts and on nothing else, so that neither the
/// order of deliveries nor their number matters. Texts come from outside: single lines of limited length, never for telemetry.
/// </summary>
internal sealed record KnownFact
{
    public required string Uid { get; init; }
    [JsonConverter(typeof(JsonStringEnumConverter<BookingFactKind>))]
    public required BookingFactKind Kind { get; init; }

    /// <summary>
    /// Tells facts of one kind about one uid apart: by the start for those that set one, by the uid that is replaced, by the content for no-shows.
    /// </summary>
    public string Discriminator { get; init; } = "";

    /// <summary>When it happened, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The uid that this one replaces, and the start that it had.</summary>
    public string? Predecessor { get; init; }

    public DateTimeOffset? PredecessorStart { get; init; }

    public DateTimeOffset? Start { get; init; }
    public DateTimeOffset? End { get; init; }

    /// <summary>False where the calendar says that host or payment are still to come.</summary>
    public bool Accepted { get; init; }

    public string? Title { get; init; }
    public string? OrganizerName { get; init; }
    public string? OrganizerEmail { get; init; }
    public string? OrganizerTimeZone { get; init; }
    public string? AttendeeName { get; init; }
    public string? AttendeeEmail { get; init; }
    public string? AttendeeTimeZone { get; init; }

    /// <summary>Whom the calendar writes to besides the host, in lower case.</summary>
    public IReadOnlyList<string> AttendeeEmails { get; init; } = [];

    public string? JoinUrl { get; init; }
    public string? BookerUrl { get; init; }
    public string? Reason { get; init; }

    /// <summary>On <see cref="BookingFactKind.Cancelled"/>: the host asks to book again, so the call is to be moved and not off.</summary>
    public bool RequestsReschedule { get; init; }

    /// <summary>Who did not come, or did after all; in order of addresses.</summary>
    public IReadOnlyList<Absence> NoShows { get; init; } = [];

    /// <summary>
    /// Nobody has told it: it was concluded from how the booking stands at the calendar. Should the calendar still tell, its word counts instead.
    /// </summary>
    public bool Presumed { get; init; }

    [JsonIgnore]
    public (string Uid, BookingFactKind Kind, string Discriminator) Key => (Uid, Kind, Discriminator);

    [JsonIgnore]
    public bool SetsTime => Kind is BookingFactKind.Requested or BookingFactKind.Created or BookingFactKind.Rescheduled;

    /// <summary>
    /// Cal.com tells the same fact more than once when several of its webhooks point here, with times of creation that differ a little.
    /// Which telling stays must not depend on which came first.
    /// </summary>
    public static KnownFact Choose(KnownFact one, KnownFact other)
    {
        if (one.Presumed != other.Presumed)
            return one.Presumed ? other : one;
        return (one.At, other.At) switch
        {
            var (first, second) when first < second => one,
            var (first, second) when first > second => other,
            _ => string.CompareOrdinal(JsonSerializer.Serialize(one), JsonSerializer.Serialize(other)) <= 0 ? one : other,
        };
    }

    /// <summary>
    /// Whether this is the telling that <paramref name="presumed"/> was put in place of, although it says more than could be concluded: that a
    /// booking was not cancelled but is to be moved, that it waits for payment and not for the host, that it was moved in two steps.
    /// </summary>
    public bool Replaces(KnownFact presumed) => presumed.Presumed && !Presumed && presumed.Uid == Uid && (Kind, presumed.Kind) switch
    {
        (BookingFactKind.Created or BookingFactKind.Rescheduled, BookingFactKind.Created or BookingFactKind.Rescheduled) => true,
        (BookingFactKind.PaymentInitiated, BookingFactKind.Requested) => true,
        // These may be told many times, and which of them was lost only their order says.
        (BookingFactKind.NoShow, _) => false,
        var (told, concluded) => told == concluded,
    };
}

/// <summary>Whether somebody stayed away.</summary>
/// <param name="Email">In lower case.</param>
internal sealed record Absence(string Email, bool NoShow);
