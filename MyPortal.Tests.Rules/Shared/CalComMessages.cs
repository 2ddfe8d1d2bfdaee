using System.Globalization;
using System.Text.Json.Nodes;

namespace MyPortal.Tests.Shared;

/// <summary>Deliveries as Cal.com sends them, for one attendee, perhaps with a guest, and one host; each with the metadata that its kind has, and no more.</summary>
internal sealed record CalComMessages(string? Reference = null, string Attendee = "alex@example.com", string? Guest = null)
{
    /// <summary>A day on which calls are still to come.</summary>
    public static readonly DateTimeOffset Day = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);

    /// <summary>When, unless said otherwise, it happened at Cal.com.</summary>
    public static readonly DateTimeOffset Made = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Asked for; or, in place of the booking <paramref name="from"/>, asked for at another time.</summary>
    public string Requested(string uid, DateTimeOffset start, DateTimeOffset? at = null, string? from = null)
    {
        var booking = Booking(uid, start, "PENDING", Reference);
        if (from is not null)
            booking["rescheduleUid"] = from;
        return Envelope("BOOKING_REQUESTED", at, booking);
    }

    /// <summary>Booked; or <paramref name="confirmed"/> by the host after a request, which comes without our metadata.</summary>
    public string Created(string uid, DateTimeOffset start, DateTimeOffset? at = null, bool confirmed = false) =>
        Envelope("BOOKING_CREATED", at, Booking(uid, start, "ACCEPTED", confirmed ? null : Reference));

    public string Rescheduled(string uid, DateTimeOffset start, string from, DateTimeOffset? fromStart, DateTimeOffset? at = null, bool withReference = false)
    {
        var booking = Booking(uid, start, "ACCEPTED", withReference ? Reference : null);
        booking["rescheduleUid"] = from;
        if (fromStart is { } former)
            booking["rescheduleStartTime"] = Text(former);
        booking["rescheduledBy"] = Attendee;
        return Envelope("BOOKING_RESCHEDULED", at, booking);
    }

    public string Cancelled(string uid, DateTimeOffset start, DateTimeOffset? at = null, string? reason = "No longer needed", bool requestReschedule = false)
    {
        var booking = Booking(uid, start, "CANCELLED", null);
        booking["cancellationReason"] = reason;
        booking["cancelledBy"] = Attendee;
        booking["requestReschedule"] = requestReschedule;
        return Envelope("BOOKING_CANCELLED", at, booking);
    }

    public string Rejected(string uid, DateTimeOffset start, DateTimeOffset? at = null)
    {
        var booking = Booking(uid, start, "REJECTED", null);
        booking["rejectionReason"] = "Nobody is there that day";
        return Envelope("BOOKING_REJECTED", at, booking);
    }

    public string PaymentInitiated(string uid, DateTimeOffset start, DateTimeOffset? at = null) =>
        Envelope("BOOKING_PAYMENT_INITIATED", at, Booking(uid, start, "PENDING", Reference));

    public string Paid(string uid, DateTimeOffset start, DateTimeOffset? at = null) =>
        Envelope("BOOKING_PAID", at, Booking(uid, start, "ACCEPTED", Reference));

    public string NoShow(string uid, DateTimeOffset? at = null, bool absent = true, string? email = null) => Envelope("BOOKING_NO_SHOW_UPDATED", at, new JsonObject
    {
        ["bookingUid"] = uid,
        ["attendees"] = new JsonArray(new JsonObject { ["email"] = email ?? Attendee, ["noShow"] = absent }),
        ["message"] = $"{email ?? Attendee} marked as no-show",
    });

    /// <summary>Newer or, <paramref name="flat"/>, as older Cal.com sends it: the booking's row at the root, with its own time of creation.</summary>
    public string Meeting(string trigger, string uid, DateTimeOffset start, DateTimeOffset? at = null, bool flat = false)
    {
        var row = Booking(uid, start, "ACCEPTED", Reference);
        row["responses"] = new JsonObject { ["name"] = "Alex Example", ["email"] = Attendee };
        row["user"] = new JsonObject { ["name"] = "Sam Host", ["email"] = "sam.host@example.com", ["timeZone"] = "Europe/Berlin" };
        row.Remove("organizer");
        if (!flat)
            return Envelope(trigger, at, row);
        row["triggerEvent"] = trigger;
        row["createdAt"] = Text(start.AddDays(-3));
        return row.ToJsonString();
    }

    private JsonObject Booking(string uid, DateTimeOffset start, string status, string? reference)
    {
        var metadata = new JsonObject { ["videoCallUrl"] = $"https://video.example/{uid}" };
        if (reference is not null)
            metadata["ticket_reference"] = reference;
        var attendees = new JsonArray(new JsonObject { ["name"] = "Alex Example", ["email"] = Attendee, ["timeZone"] = "America/New_York" });
        if (Guest is not null)
            attendees.Add((JsonNode)new JsonObject { ["name"] = "", ["email"] = Guest, ["timeZone"] = "America/New_York" });
        return new JsonObject
        {
            ["bookerUrl"] = "https://cal.example",
            ["type"] = "30min",
            ["title"] = "30min between Sam Host and Alex Example",
            ["startTime"] = Text(start),
            ["endTime"] = Text(start.AddMinutes(30)),
            ["organizer"] = new JsonObject { ["id"] = 1, ["name"] = "Sam Host", ["email"] = "sam.host@example.com", ["timeZone"] = "Europe/Berlin" },
            ["attendees"] = attendees,
            ["responses"] = new JsonObject { ["name"] = new JsonObject { ["label"] = "your_name", ["value"] = "Alex Example" } },
            ["uid"] = uid,
            ["status"] = status,
            ["metadata"] = metadata,
        };
    }

    private static string Envelope(string trigger, DateTimeOffset? at, JsonObject payload) =>
        new JsonObject { ["triggerEvent"] = trigger, ["createdAt"] = Text(at ?? Made), ["payload"] = payload }.ToJsonString();

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
