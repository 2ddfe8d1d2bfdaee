using System.Globalization;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Wording;

/// <summary>What the timeline says of a call: words, a moment that the page shows in the reader's time zone, and the reason that was given.</summary>
public sealed record CallSentence(string Words, DateTimeOffset? Moment, string? Reason);

public static class TimelineWording
{
    /// <summary>What the timeline says, after the actor's name.</summary>
    public static string InWords(this TimelineEntry entry) => entry.Kind switch
    {
        "created" => "opened this ticket",
        "assigned" when entry.From is not null => $"moved it from {entry.From} to {entry.To}",
        "assigned" => $"assigned it to {entry.To}",
        "unassigned" => $"took it off {entry.From}",
        _ when TicketChoices.All.FirstOrDefault(choice => entry.Kind == $"{choice.Name}_changed") is { } choice =>
            $"changed the {choice.Name} from {entry.From?.InWords()} to {entry.To?.InWords()}",
        _ => entry.Kind.InWords().ToLowerInvariant(),
    };

    /// <summary>Null for entries that are not of calls.</summary>
    public static CallSentence? CallInWords(this TimelineEntry entry) => entry.Kind switch
    {
        "call_requested" => About("A call was requested for", entry.To),
        "call_booked" => About("A call was booked for", entry.To),
        "call_moved" => About("The call was moved to", entry.To),
        "call_payment_due" => About("The payment is due for the call on", entry.From ?? entry.To),
        "call_cancelled" => About("Cancelled: the call on", entry.From, entry.To),
        "call_rejected" => About("Declined: the call on", entry.From, entry.To),
        "call_reschedule_requested" => About("Another time was asked for, instead of", entry.From, entry.To),
        "call_ended" => About("The call took place on", entry.From),
        "call_no_show" when entry.To == "withdrawn" => About("Everybody did come to the call on", entry.From),
        "call_no_show" => About("Not everybody came to the call on", entry.From, entry.To),
        _ => null,
    };

    private static CallSentence About(string words, string? instant, string? reason = null) => new(words,
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null,
        string.IsNullOrWhiteSpace(reason) ? null : reason);
}
