using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Pages.Attendee;

/// <summary>One booking, as its attendee reaches it by the links of the booking. As at Cal.com the uid is all that they need.</summary>
internal sealed class BookingModel(Bookings bookings, BookingActions actions) : PageModel
{
    public Booking Booking { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>Whether the link asks to cancel it.</summary>
    public bool Cancel { get; private set; }

    public IActionResult OnGet(string uid, bool cancel)
    {
        Cancel = cancel;
        return Show(uid);
    }

    public IActionResult OnPost(string uid, string? reason)
    {
        var outcome = actions.Cancel(uid, Party.Attendee, reason.OrNull(), Request.Origin());
        if (outcome.Booking is not null)
            return Redirect($"/booking/{uid}");

        (Problem, Response.StatusCode) = (outcome.Problem, outcome.Status);
        return Show(uid);
    }

    private IActionResult Show(string uid)
    {
        if (bookings.Find(uid) is not { } booking)
            return NotFound();

        Booking = booking;
        return Page();
    }
}
