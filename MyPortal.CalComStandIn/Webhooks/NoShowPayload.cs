using System.Text.Json.Nodes;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>NO_SHOW_UPDATED names the booking by <c>bookingUid</c>, has no <c>uid</c> and next to nothing else.</summary>
internal static class NoShowPayload
{
    public static JsonObject Of(Booking booking) => new()
    {
        ["bookingUid"] = booking.Uid,
        ["bookingId"] = booking.Id,
        ["attendees"] = new JsonArray(new JsonObject { ["email"] = booking.Attendee.Email, ["noShow"] = booking.NoShow }),
        ["message"] = $"{booking.Attendee.Email} {(booking.NoShow ? "marked" : "unmarked")} as no-show",
    };
}
