using System.Text.Json;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>
/// Reads the two shapes that Cal.com sends: <c>{triggerEvent, createdAt, payload}</c>, and the flat one of older <c>MEETING_*</c>, where the
/// booking's row stands at the root. Only what cannot be JSON of that kind is unreadable; a field of another type than expected is a missing field.
/// </summary>
internal static class WebhookReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ReadingLimits.Depth };

    /// <summary>Null when the body is no JSON object with a <c>triggerEvent</c>.</summary>
    public static DeliveryContent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            JsonElement? root = document.RootElement;
            return root.Text("triggerEvent", ReadingLimits.Trigger) is { } trigger ? Read(trigger, root) : null;
        }
        catch (Exception failure) when (JsonReading.IsUnreadable(failure))
        {
            return null;
        }
    }

    private static DeliveryContent Read(string trigger, JsonElement? root)
    {
        var envelope = root.Child("payload") is { ValueKind: JsonValueKind.Object };
        var booking = envelope ? root.Child("payload") : root;
        var metadata = booking.Child("metadata");
        var organizer = booking.Child("organizer") ?? booking.Child("user");
        var attendee = booking.Child("attendees").Items(1).FirstOrDefault();
        var responses = booking.Child("responses");
        return new DeliveryContent
        {
            Trigger = trigger,
            CreatedAt = envelope ? root.Instant("createdAt") : null,
            Uid = booking.Text("uid", ReadingLimits.Uid) ?? booking.Text("bookingUid", ReadingLimits.Uid),
            RescheduleUid = booking.Text("rescheduleUid", ReadingLimits.Uid) ?? booking.Text("fromReschedule", ReadingLimits.Uid),
            RescheduleStart = booking.Instant("rescheduleStartTime"),
            Reference = metadata.Text(DeliveryContent.ReferenceField, ReadingLimits.Reference),
            Start = booking.Instant("startTime"),
            End = booking.Instant("endTime"),
            Says = new CallDetails
            {
                Title = booking.Text("title", ReadingLimits.Name) ?? booking.Text("eventTitle", ReadingLimits.Name) ?? "",
                OrganizerName = organizer.Text("name", ReadingLimits.Name) ?? "",
                OrganizerEmail = organizer.Text("email", ReadingLimits.Name) ?? "",
                OrganizerTimeZone = organizer.Text("timeZone", ReadingLimits.TimeZone) ?? "",
                AttendeeName = attendee.Text("name", ReadingLimits.Name) ?? Answer(responses, "name", ReadingLimits.Name) ?? "",
                AttendeeEmail = attendee.Text("email", ReadingLimits.Name) ?? Answer(responses, "email", ReadingLimits.Name) ?? "",
                AttendeeTimeZone = attendee.Text("timeZone", ReadingLimits.TimeZone) ?? "",
                AttendeeEmails = [.. booking.Child("attendees").Emails().Distinct()],
                JoinUrl = metadata.Url("videoCallUrl") ?? booking.Child("videoCallData").Url("url") ?? booking.Url("location"),
                BookerUrl = booking.Url("bookerUrl"),
            },
            Status = booking.Text("status", ReadingLimits.Status),
            Reason = booking.Text("cancellationReason", ReadingLimits.Reason) ?? booking.Text("rejectionReason", ReadingLimits.Reason)
                ?? Answer(responses, "rescheduleReason", ReadingLimits.Reason),
            RequestReschedule = booking.IsTrue("requestReschedule"),
            NoShows = booking.Child("attendees").Absences("noShow"),
        };
    }

    // Most events wrap an answer as { label, value }; MEETING_* may give the bare value.
    private static string? Answer(JsonElement? responses, string question, int maximum)
    {
        var answer = responses.Child(question);
        return answer.Text(maximum) ?? answer.Text("value", maximum) ?? FullName(answer, maximum) ?? FullName(answer.Child("value"), maximum);
    }

    private static string? FullName(JsonElement? name, int maximum) =>
        name.Text("firstName", maximum / 2 - 1) is not { } first ? null : $"{first} {name.Text("lastName", maximum / 2)}".TrimEnd();
}
