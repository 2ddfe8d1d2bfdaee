using System.Text.Json.Nodes;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>MEETING_*: the booking's row, with its metadata, and with the answers in their raw form (<c>scheduleTrigger.ts</c>).</summary>
internal static class MeetingPayload
{
    public static JsonObject Of(Booking booking, string origin) => new()
    {
        ["id"] = booking.Id,
        ["uid"] = booking.Uid,
        ["idempotencyKey"] = null,
        ["userId"] = booking.EventType.HostId,
        ["userPrimaryEmail"] = booking.EventType.HostEmail,
        ["eventTypeId"] = booking.EventTypeId,
        ["title"] = booking.Title,
        ["description"] = booking.Notes,
        ["customInputs"] = new JsonObject(),
        ["responses"] = Responses(booking),
        ["startTime"] = CalComTime.WithMilliseconds(booking.Start),
        ["endTime"] = CalComTime.WithMilliseconds(booking.End),
        ["location"] = CalendarEvent.Location,
        ["createdAt"] = CalComTime.WithMilliseconds(booking.CreatedAt),
        ["updatedAt"] = CalComTime.WithMilliseconds(booking.UpdatedAt),
        ["status"] = booking.Status.ToString().ToUpperInvariant(),
        ["paid"] = booking.EventType.IsPaid && !booking.PaymentDue,
        ["destinationCalendarId"] = booking.EventType.HostId,
        ["cancellationReason"] = null,
        ["rejectionReason"] = null,
        ["dynamicEventSlugRef"] = null,
        ["dynamicGroupSlugRef"] = null,
        ["rescheduled"] = null,
        ["fromReschedule"] = booking.RescheduledFrom?.Uid,
        ["recurringEventId"] = null,
        ["smsReminderNumber"] = null,
        ["metadata"] = BookingPayload.Metadata(booking.Metadata, booking.VideoCallUrl(origin)),
        ["isRecorded"] = false,
        ["iCalUID"] = booking.ICalUid(),
        ["iCalSequence"] = booking.ICalSequence,
        ["rating"] = null,
        ["ratingFeedback"] = null,
        ["noShowHost"] = false,
        ["user"] = new JsonObject
        {
            ["email"] = booking.EventType.HostEmail,
            ["name"] = booking.EventType.Host,
            ["username"] = booking.User,
            ["timeZone"] = "UTC",
            ["locale"] = "en",
        },
        ["attendees"] = new JsonArray(Attendee(booking)),
        ["payment"] = new JsonArray(),
        ["references"] = new JsonArray(),
    };

    private static JsonObject Responses(Booking booking) => new()
    {
        ["name"] = booking.Attendee.Name,
        ["email"] = booking.Attendee.Email,
        ["notes"] = booking.Notes,
        ["guests"] = new JsonArray([.. booking.Guests.Select(g => JsonValue.Create(g))]),
        ["location"] = new JsonObject { ["value"] = CalendarEvent.Location, ["optionValue"] = "" },
    };

    private static JsonObject Attendee(Booking booking) => new()
    {
        ["id"] = booking.Id,
        ["name"] = booking.Attendee.Name,
        ["email"] = booking.Attendee.Email,
        ["timeZone"] = booking.Attendee.TimeZone,
        ["locale"] = "en",
        ["phoneNumber"] = null,
        ["bookingId"] = booking.Id,
        ["noShow"] = booking.NoShow,
    };
}
