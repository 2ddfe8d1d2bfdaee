using System.Text.Json.Nodes;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>What the payloads of all BOOKING_* events share, but for NO_SHOW_UPDATED.</summary>
internal static class CalendarEvent
{
    public const string Location = "integrations:daily";

    public static JsonObject Of(Booking booking, string origin) => new()
    {
        ["bookerUrl"] = origin,
        ["type"] = booking.EventSlug,
        ["title"] = booking.Title,
        ["description"] = booking.Notes,
        ["additionalNotes"] = booking.Notes,
        ["customInputs"] = new JsonObject(),
        ["startTime"] = CalComTime.WithSeconds(booking.Start),
        ["endTime"] = CalComTime.WithSeconds(booking.End),
        ["organizer"] = Organizer(booking.EventType),
        ["responses"] = Responses(booking),
        ["userFieldsResponses"] = new JsonObject(),
        ["attendees"] = Attendees(booking),
        ["location"] = Location,
        ["conferenceCredentialId"] = null,
        ["destinationCalendar"] = new JsonArray(DestinationCalendar(booking.EventType)),
        ["hideCalendarNotes"] = false,
        ["hideCalendarEventDetails"] = false,
        ["hideOrganizerEmail"] = false,
        ["requiresConfirmation"] = booking.EventType.RequiresConfirmation,
        ["eventTypeId"] = booking.EventTypeId,
        ["schedulingType"] = null,
        ["seatsShowAttendees"] = true,
        ["seatsPerTimeSlot"] = null,
        ["seatsShowAvailabilityCount"] = true,
        ["hashedLink"] = null,
        ["iCalUID"] = booking.ICalUid(),
        ["iCalSequence"] = booking.ICalSequence,
        ["uid"] = booking.Uid,
        ["eventTitle"] = booking.EventType.Title,
        ["eventDescription"] = "",
        ["price"] = booking.EventType.Price,
        ["currency"] = "usd",
        ["length"] = (int)(booking.End - booking.Start).TotalMinutes,
        ["bookingId"] = booking.Id,
        ["status"] = booking.Status.ToString().ToUpperInvariant(),
    };

    public static string ICalUid(this Booking booking) => $"{booking.RootUid}@Cal.com";

    private static JsonObject Organizer(EventType eventType) => new()
    {
        ["id"] = eventType.HostId,
        ["name"] = eventType.Host,
        ["email"] = eventType.HostEmail,
        ["username"] = eventType.User,
        ["usernameInOrg"] = null,
        ["timeZone"] = "UTC",
        ["language"] = English(),
        ["timeFormat"] = "HH:mm",
        ["utcOffset"] = 0,
    };

    private static JsonObject DestinationCalendar(EventType eventType) => new()
    {
        ["id"] = eventType.HostId,
        ["integration"] = "google_calendar",
        ["externalId"] = eventType.HostEmail,
        ["primaryEmail"] = eventType.HostEmail,
        ["userId"] = eventType.HostId,
        ["eventTypeId"] = null,
        ["credentialId"] = 1,
    };

    private static JsonArray Attendees(Booking booking)
    {
        var attendee = Person(booking, booking.Attendee.Name, booking.Attendee.Email);
        attendee["phoneNumber"] = null;
        return [attendee, .. booking.Guests.Select(guest => Person(booking, "", guest))];
    }

    private static JsonObject Person(Booking booking, string name, string email)
    {
        var names = name.Split(' ', 2);
        return new JsonObject
        {
            ["name"] = name,
            ["firstName"] = names[0],
            ["lastName"] = names.ElementAtOrDefault(1) ?? "",
            ["email"] = email,
            ["timeZone"] = booking.Attendee.TimeZone,
            ["language"] = English(),
            ["utcOffset"] = UtcOffset(booking.Attendee.TimeZone, booking.Start),
        };
    }

    private static JsonObject Responses(Booking booking) => new()
    {
        ["name"] = Response("your_name", booking.Attendee.Name),
        ["email"] = Response("email_address", booking.Attendee.Email),
        ["location"] = Response("location", new JsonObject { ["value"] = Location, ["optionValue"] = "" }),
        ["title"] = Response("what_is_this_meeting_about", null, isHidden: true),
        ["notes"] = Response("additional_notes", booking.Notes.OrNull()),
        ["guests"] = Response("additional_guests", new JsonArray([.. booking.Guests.Select(g => JsonValue.Create(g))])),
        ["rescheduleReason"] = Response("reason_for_reschedule", booking.RescheduledFrom?.Reason),
    };

    // A question without an answer has no value at all: JSON.stringify leaves out what is undefined.
    private static JsonObject Response(string label, JsonNode? value, bool isHidden = false)
    {
        var response = new JsonObject { ["label"] = label };
        if (value is not null)
            response["value"] = value;
        response["isHidden"] = isHidden;
        return response;
    }

    private static JsonObject English() => new() { ["locale"] = "en" };

    private static int UtcOffset(string timeZone, DateTimeOffset at) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? (int)zone.GetUtcOffset(at).TotalMinutes : 0;
}
