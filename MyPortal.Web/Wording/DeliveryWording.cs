using MyPortal.Web.Clients;

namespace MyPortal.Web.Wording;

/// <summary>How a webhook's delivery reads on a page: its event, what became of it, and why.</summary>
public static class DeliveryWording
{
    /// <summary>In the order in which the inbox offers them: first what somebody may have to look at.</summary>
    public static readonly IReadOnlyList<string> States = ["failed", "unmatched", "ignored", "processed", "received"];

    public static string StateInWords(string state) => state switch
    {
        "received" => "Waiting",
        "processed" => "Processed",
        "unmatched" => "No ticket found",
        "ignored" => "Ignored",
        "failed" => "Failed",
        _ => state.InWords(),
    };

    /// <summary>A whole sentence.</summary>
    public static string ReasonInWords(string reason) => reason switch
    {
        "ping" => "A test from Cal.com: the signature was right.",
        "unknown_event" => "The portal does nothing with this kind of event.",
        "unreadable" => "Its content could not be read.",
        "no_reference" => "It names no ticket.",
        "reference_forged" => "Its ticket reference was not made by this portal.",
        "reference_expired" => "The link that it was booked with is too old.",
        "unknown_booking" => "The portal does not know this booking (yet).",
        "ticket_gone" => "Its ticket no longer exists.",
        "ticket_mismatch" => "It ties a booking to another ticket than before.",
        "superseded" => "Something newer was known already.",
        "error" => "Something went wrong while it was processed.",
        _ => reason.InWords() + ".",
    };

    /// <summary>Cal.com's name of the event in words: <c>BOOKING_CREATED</c> → "Booking created".</summary>
    public static string EventInWords(string? name) => name switch
    {
        null or "" => "Unknown event",
        "BOOKING_NO_SHOW_UPDATED" => "No-show marked or taken back",
        _ => name.ToLowerInvariant().InWords(),
    };

    public static string SourceInWords(string source) => source switch
    {
        "webhook" => "webhook",
        "reconciliation" => "found by comparing with Cal.com",
        _ => source.InWords(),
    };

    public static string? Badge(this Delivery delivery) => delivery.State switch
    {
        "processed" => "badge-in_progress",
        "unmatched" => "badge-high",
        "failed" => "badge-urgent",
        _ => null,
    };
}
