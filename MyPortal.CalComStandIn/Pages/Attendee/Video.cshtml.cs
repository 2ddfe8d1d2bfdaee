using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Pages.Attendee;

/// <summary>Where a booking's video link leads.</summary>
internal sealed class VideoModel(Bookings bookings) : PageModel
{
    public Booking Booking { get; private set; } = null!;

    public IActionResult OnGet(string uid)
    {
        if (bookings.Find(uid) is not { } booking)
            return NotFound();

        Booking = booking;
        return Page();
    }
}
