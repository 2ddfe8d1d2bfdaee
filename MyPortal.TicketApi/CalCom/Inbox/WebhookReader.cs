using System.Text.Json;
using MyPortal.TicketApi.CalCom.Reconciliation;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>
/// Reads the two shapes that Cal.com sends: <c>{triggerEvent, createdAt, payload}</c>, and the flat one of older <c>MEETING_*</c>, where the
/// booking's row stands at the root. Only what cannot be JSON of that kind is unreadable; a field of another type than expected is a missing field.
/// </summary>
internal static class WebhookReader
{
    private const int NameLength = 200;
    private const int UidLength = 100;
    private const int TimeZoneLength = 64;
    private const int UrlLength = 1000;
    private const int ReasonLength = 256;
    private const int People = 50;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Null when the body is no JSON object with a <c>triggerEvent</c>.</summary>
    public static WebhookContent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            var isReconciled = ReconciledDelivery.Is(document.RootElement);
            JsonElement? root = isReconciled ? ReconciledDelivery.AsWebhook(document.RootElement) : document.RootElement;
            return root.Text("triggerEvent", 64) is { } trigger ? Read(trigger, root) with { IsReconciled = isReconciled } : null;
        }
        catch (Exception failure) when (JsonReading.IsUnreadable(failure))
        {
            return null;
        }
    }

    private static WebhookContent Read(string trigger, JsonElement? root)
    {
        var envelope = root.Child("payload") is { ValueKind: JsonValueKind.Object };
        var booking = envelope ? root.Child("payload") : root;
        var metadata = booking.Child("metadata");
        var organizer = booking.Child("organizer") ?? booking.Child("user");
        var attendee = booking.Child("attendees").Items(1).FirstOrDefault();
        var responses = booking.Child("responses");
        return new WebhookContent
        {
            Trigger = trigger,
            CreatedAt = envelope ? root.Instant("createdAt") : null,
            Uid = booking.Text("uid", UidLength) ?? booking.Text("bookingUid", UidLength),
            RescheduleUid = booking.Text("rescheduleUid", UidLength) ?? booking.Text("fromReschedule", UidLength),
            RescheduleStart = booking.Instant("rescheduleStartTime"),
            Reference = metadata.Text("ticket_reference", 500),
            Start = booking.Instant("startTime"),
            End = booking.Instant("endTime"),
            Title = booking.Text("title", NameLength) ?? booking.Text("eventTitle", NameLength),
            OrganizerName = organizer.Text("name", NameLength),
            OrganizerEmail = organizer.Text("email", NameLength),
            OrganizerTimeZone = organizer.Text("timeZone", TimeZoneLength),
            AttendeeName = attendee.Text("name", NameLength) ?? Answer(responses, "name", NameLength),
            AttendeeEmail = attendee.Text("email", NameLength) ?? Answer(responses, "email", NameLength),
            AttendeeTimeZone = attendee.Text("timeZone", TimeZoneLength),
            AttendeeEmails = [.. Emails(booking.Child("attendees")).Distinct()],
            JoinUrl = Url(metadata, "videoCallUrl") ?? Url(booking.Child("videoCallData"), "url") ?? Url(booking, "location"),
            BookerUrl = Url(booking, "bookerUrl"),
            Status = booking.Text("status", 32),
            Reason = booking.Text("cancellationReason", ReasonLength) ?? booking.Text("rejectionReason", ReasonLength)
                ?? Answer(responses, "rescheduleReason", ReasonLength),
            RequestReschedule = booking.IsTrue("requestReschedule"),
            NoShows = [.. NoShows(booking).GroupBy(person => person.Email).Select(told => told.Last()).OrderBy(person => person.Email, StringComparer.Ordinal)],
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

    private static IEnumerable<string> Emails(JsonElement? attendees) => attendees.Items(People)
        .Select(attendee => attendee.Text("email", NameLength)?.ToLowerInvariant()).OfType<string>();

    private static string? Url(JsonElement? element, string name) =>
        element.Text(name, UrlLength) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            && url.UserInfo.Length == 0
            ? url.AbsoluteUri
            : null;

    private static IEnumerable<Absence> NoShows(JsonElement? booking)
    {
        foreach (var attendee in booking.Child("attendees").Items(People))
        {
            if (attendee.Text("email", NameLength) is { } email && attendee.Child("noShow") is { ValueKind: JsonValueKind.True or JsonValueKind.False } value)
                yield return new Absence(email.ToLowerInvariant(), value.ValueKind is JsonValueKind.True);
        }
    }
}
