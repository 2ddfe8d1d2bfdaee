using System.Text.Json.Nodes;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>The payloads of BOOKING_*, with the keys that Cal.com sends for each.</summary>
internal static class BookingPayload
{
    /// <summary>CREATED and RESCHEDULED.</summary>
    public static JsonObject Accepted(Booking booking, IReadOnlyDictionary<string, string> metadata, string origin)
    {
        var payload = Made(booking, origin);
        AddVideoCall(payload, booking, origin);
        payload["metadata"] = Metadata(metadata, booking.VideoCallUrl(origin));
        return payload;
    }

    public static JsonObject Requested(Booking booking, IReadOnlyDictionary<string, string> metadata, string origin)
    {
        var payload = Made(booking, origin);
        payload["appsStatus"] = new JsonArray();
        payload["metadata"] = Metadata(metadata);
        return payload;
    }

    public static JsonObject PaymentDue(Booking booking, IReadOnlyDictionary<string, string> metadata, string origin)
    {
        var payload = Requested(booking, metadata, origin);
        payload["paymentId"] = booking.Id;
        return payload;
    }

    /// <summary>The metadata is the payment's own; the link's is left out.</summary>
    public static JsonObject Paid(Booking booking, string origin)
    {
        var payload = Made(booking, origin);
        AddVideoCall(payload, booking, origin);
        payload["paymentId"] = booking.Id;
        payload["metadata"] = new JsonObject
        {
            ["identifier"] = "cal.com",
            ["bookingId"] = booking.Id,
            ["eventTypeId"] = booking.EventTypeId,
            ["bookerEmail"] = booking.Attendee.Email,
            ["eventTitle"] = booking.EventType.Title,
            ["externalId"] = $"payment-{booking.Id}",
        };
        return payload;
    }

    public static JsonObject Cancelled(Booking booking, string origin)
    {
        var payload = CalendarEvent.Of(booking, origin);
        payload["cancellationReason"] = booking.Reason;
        payload["cancelledBy"] = booking.CancelledBy;
        payload["requestReschedule"] = booking.RequestReschedule;
        payload["rootBookingUid"] = booking.RootUid;
        return payload;
    }

    public static JsonObject Rejected(Booking booking, string origin)
    {
        var payload = CalendarEvent.Of(booking, origin);
        payload["assignmentReason"] = null;
        payload["rejectionReason"] = booking.Reason;
        return payload;
    }

    private static JsonObject Made(Booking booking, string origin)
    {
        var payload = CalendarEvent.Of(booking, origin);
        payload["assignmentReason"] = null;
        if (booking.RescheduledFrom is { } old)
        {
            payload["rescheduleId"] = old.Id;
            payload["rescheduleUid"] = old.Uid;
            payload["rescheduleStartTime"] = CalComTime.WithSeconds(old.Start);
            payload["rescheduleEndTime"] = CalComTime.WithSeconds(old.End);
            payload["rescheduledBy"] = old.By;
        }

        return payload;
    }

    private static void AddVideoCall(JsonObject payload, Booking booking, string origin)
    {
        payload["videoCallData"] = new JsonObject
        {
            ["type"] = "daily_video",
            ["id"] = booking.Uid,
            ["password"] = "",
            ["url"] = booking.VideoCallUrl(origin),
        };
        payload["appsStatus"] = new JsonArray(new JsonObject
        {
            ["appName"] = "Google Calendar",
            ["type"] = "google_calendar",
            ["success"] = 1,
            ["failures"] = 0,
            ["errors"] = new JsonArray(),
            ["warnings"] = new JsonArray(),
        });
    }

    public static JsonObject Metadata(IReadOnlyDictionary<string, string> custom, string? videoCallUrl = null)
    {
        var metadata = new JsonObject(custom.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));
        if (videoCallUrl is not null)
            metadata["videoCallUrl"] = videoCallUrl;
        return metadata;
    }

    public static string VideoCallUrl(this Booking booking, string origin) => $"{origin}/video/{booking.Uid}";
}
