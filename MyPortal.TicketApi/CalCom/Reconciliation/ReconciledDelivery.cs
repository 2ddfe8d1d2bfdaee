using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls.Facts;

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

    /// <summary>What it says, as the webhook that was lost would have. Null when it is not what <see cref="Write"/> makes.</summary>
    public static DeliveryContent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = ReadingLimits.Depth });
            JsonElement? root = document.RootElement;
            return root.Text("triggerEvent", ReadingLimits.Trigger) is { } trigger && root.Child(Booking) is { ValueKind: JsonValueKind.Object } booking
                ? Read(trigger, root, booking)
                : null;
        }
        catch (Exception failure) when (JsonReading.IsUnreadable(failure))
        {
            return null;
        }
    }

    private static DeliveryContent Read(string trigger, JsonElement? root, JsonElement? booking) => new()
    {
        Trigger = trigger,
        CreatedAt = root.Instant("createdAt"),
        Uid = booking.Text("uid", ReadingLimits.Uid),
        // Only what makes a booking says what it replaces; Cal.com's own delivery of the same event must be the same fact.
        RescheduleUid = trigger is CalComTriggers.Requested or CalComTriggers.Created or CalComTriggers.Rescheduled
            ? booking.Text("rescheduledFromUid", ReadingLimits.Uid)
            : null,
        Reference = booking.Child("metadata").Text(DeliveryContent.ReferenceField, ReadingLimits.Reference),
        Start = booking.Instant("start"),
        End = booking.Instant("end"),
        Says = Details(booking) with { BookerUrl = root.Url("bookerUrl") },
        Status = booking.Text("status", ReadingLimits.Status)?.ToUpperInvariant(),
        Reason = booking.Text("cancellationReason", ReadingLimits.Reason) ?? booking.Text("rejectionReason", ReadingLimits.Reason)
            ?? booking.Text("reschedulingReason", ReadingLimits.Reason),
        NoShows = booking.Child("attendees").Absences("absent"),
        IsReconciled = true,
    };

    private static CallDetails Details(JsonElement? booking)
    {
        var host = booking.Child("hosts").Items(1).FirstOrDefault();
        // Guests are given by address, or as objects.
        var attendee = booking.Child("attendees").Items(1).FirstOrDefault() ?? booking.Child("guests").Items(1).FirstOrDefault();
        var guests = booking.Child("guests").Items(ReadingLimits.People).Select(guest => guest.Text(ReadingLimits.Name)?.ToLowerInvariant()).OfType<string>();
        return new CallDetails
        {
            Title = booking.Text("title", ReadingLimits.Name) ?? "",
            OrganizerName = host.Text("name", ReadingLimits.Name) ?? "",
            OrganizerEmail = host.Text("email", ReadingLimits.Name) ?? "",
            OrganizerTimeZone = host.Text("timeZone", ReadingLimits.TimeZone) ?? "",
            AttendeeName = attendee.Text("name", ReadingLimits.Name) ?? "",
            AttendeeEmail = attendee.Text("email", ReadingLimits.Name) ?? attendee.Text(ReadingLimits.Name) ?? "",
            AttendeeTimeZone = attendee.Text("timeZone", ReadingLimits.TimeZone) ?? "",
            AttendeeEmails = [.. booking.Child("attendees").Emails().Concat(guests).Concat(booking.Child("guests").Emails()).Distinct()],
            JoinUrl = booking.Child("metadata").Url("videoCallUrl") ?? booking.Url("meetingUrl") ?? booking.Url("location"),
        };
    }
}
