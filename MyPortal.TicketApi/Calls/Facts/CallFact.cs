using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>
/// One thing that is known about one uid. What follows for a call depends on the set of its facts and on nothing else, so that neither the
/// order of deliveries nor their number matters.
/// </summary>
internal sealed record CallFact
{
    public required string Uid { get; init; }
    [JsonConverter(typeof(JsonStringEnumConverter<CallFactKind>))]
    public required CallFactKind Kind { get; init; }

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

    public CallDetails Says { get; init; } = new();

    public string? Reason { get; init; }

    /// <summary>On <see cref="CallFactKind.Cancelled"/>: the host asks to book again, so the call is to be moved and not off.</summary>
    public bool RequestsReschedule { get; init; }

    /// <summary>Who did not come, or did after all; in order of addresses.</summary>
    public IReadOnlyList<Absence> NoShows { get; init; } = [];

    /// <summary>
    /// Nobody has told it: it was concluded from how the booking stands at the calendar. Should the calendar still tell, its word counts instead.
    /// </summary>
    public bool Presumed { get; init; }

    [JsonIgnore]
    public (string Uid, CallFactKind Kind, string Discriminator) Key => (Uid, Kind, Discriminator);

    [JsonIgnore]
    public bool SetsTime => Kind is CallFactKind.Requested or CallFactKind.Created or CallFactKind.Rescheduled;

    /// <summary>
    /// Cal.com tells the same fact more than once when several of its webhooks point here, with times of creation that differ a little.
    /// Which telling stays must not depend on which came first.
    /// </summary>
    public static CallFact Choose(CallFact one, CallFact other)
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
    public bool Replaces(CallFact presumed) => presumed.Presumed && !Presumed && presumed.Uid == Uid && (Kind, presumed.Kind) switch
    {
        (CallFactKind.Created or CallFactKind.Rescheduled, CallFactKind.Created or CallFactKind.Rescheduled) => true,
        (CallFactKind.PaymentInitiated, CallFactKind.Requested) => true,
        // These may be told many times, and which of them was lost only their order says.
        (CallFactKind.NoShow, _) => false,
        var (told, concluded) => told == concluded,
    };
}

/// <summary>Whether somebody stayed away.</summary>
/// <param name="Email">In lower case.</param>
internal sealed record Absence(string Email, bool NoShow);
