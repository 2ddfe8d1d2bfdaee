using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Inbox;

namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>
/// What stands in the inbox in place of a lost delivery: <c>{ triggerEvent, createdAt, bookerUrl, booking }</c>, the booking being the API's
/// JSON as it came. The same drift, as long as its event has the same time, gives the same bytes.
/// </summary>
internal static class ReconciledDelivery
{
    private const string Booking = "booking";

    public static byte[] Write(MissedEvent missed, CalComBooking booking, string? bookerUrl) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["triggerEvent"] = missed.Trigger,
            ["createdAt"] = missed.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["bookerUrl"] = bookerUrl,
            [Booking] = JsonNode.Parse(booking.Json.GetRawText()),
        });

    public static bool Is(JsonElement delivery) =>
        delivery.ValueKind is JsonValueKind.Object && delivery.TryGetProperty(Booking, out var booking)
        && booking.ValueKind is JsonValueKind.Object && !delivery.TryGetProperty("payload", out _);

    /// <summary>As the webhook that was lost would have said it.</summary>
    public static JsonElement AsWebhook(JsonElement delivery) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["triggerEvent"] = Copy(delivery, "triggerEvent"),
        ["createdAt"] = Copy(delivery, "createdAt"),
        ["payload"] = Payload(delivery.GetProperty(Booking), SaysWhatItReplaced(delivery), Copy(delivery, "bookerUrl")),
    });

    // Only what makes a booking says what it replaces; Cal.com's own delivery of the same event must be the same fact.
    private static bool SaysWhatItReplaced(JsonElement delivery) =>
        delivery.TryGetProperty("triggerEvent", out var trigger) && trigger.ValueKind is JsonValueKind.String
        && trigger.GetString() is CalComTriggers.Requested or CalComTriggers.Created or CalComTriggers.Rescheduled;

    private static JsonObject Payload(JsonElement booking, bool saysWhatItReplaced, JsonNode? bookerUrl) => new()
    {
        ["bookerUrl"] = bookerUrl,
        ["uid"] = Copy(booking, "uid"),
        ["rescheduleUid"] = saysWhatItReplaced ? Copy(booking, "rescheduledFromUid") : null,
        ["title"] = Copy(booking, "title"),
        ["startTime"] = Copy(booking, "start"),
        ["endTime"] = Copy(booking, "end"),
        ["status"] = Copy(booking, "status") is JsonValue status && status.TryGetValue<string>(out var text) ? text.ToUpperInvariant() : null,
        ["organizer"] = Items(booking, "hosts").Select(host => Node(host)).FirstOrDefault(),
        ["attendees"] = new JsonArray([.. Items(booking, "attendees").Select(Attendee), .. Items(booking, "guests").Select(Guest)]),
        ["location"] = Copy(booking, "meetingUrl") ?? Copy(booking, "location"),
        ["metadata"] = Copy(booking, "metadata"),
        ["cancellationReason"] = Copy(booking, "cancellationReason"),
        ["rejectionReason"] = Copy(booking, "rejectionReason"),
        ["responses"] = new JsonObject { ["rescheduleReason"] = Copy(booking, "reschedulingReason") },
    };

    private static JsonNode? Attendee(JsonElement attendee)
    {
        var copy = Node(attendee);
        if (copy is JsonObject person)
            person["noShow"] = Copy(attendee, "absent");
        return copy;
    }

    private static JsonNode? Guest(JsonElement guest) =>
        guest.ValueKind is JsonValueKind.String ? new JsonObject { ["email"] = Node(guest) } : Node(guest);

    private static List<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static JsonNode? Copy(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Node(value) : null;

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
