using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Pages.Attendee;

/// <summary>On to the calendar, with the link's whole query.</summary>
internal sealed class RescheduleModel(Bookings bookings) : PageModel
{
    public Booking Booking { get; private set; } = null!;

    public IActionResult OnGet(string uid)
    {
        if (bookings.Find(uid) is not { } booking)
            return NotFound();
        if (booking.CanMove)
            return Redirect($"{booking.EventType.Path}{Request.QueryString.Add("rescheduleUid", uid)}");

        Booking = booking;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
