using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.CalComStandIn.Scheduling;
using AllBookings = MyPortal.CalComStandIn.Scheduling.Bookings;

namespace MyPortal.CalComStandIn.Pages.Hosts;

/// <summary>A host's bookings, the latest start first, each with what can be done to it now.</summary>
internal sealed class BookingsModel(AllBookings bookings, BookingActions actions) : PageModel
{
    public string Host { get; private set; } = "";

    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    public string? Notice { get; private set; }

    public string? Problem { get; private set; }

    /// <param name="user">The host.</param>
    /// <param name="done">What a form has done, by its name, so that no address can make the page say anything else.</param>
    public void OnGet(string user, string? done)
    {
        Notice = HostAction.Find(done)?.Done;
        Show(user);
    }

    public IActionResult OnPost(string user, string uid, string does, string? reason)
    {
        var outcome = HostAction.Find(does) is { } action && bookings.Find(uid)?.User == user
            ? action.Do(actions, uid, reason.OrNull(), Request.Origin())
            : Outcome.NotFound;
        if (outcome.Booking is not null)
            return RedirectToPage(new { user, done = does });

        (Problem, Response.StatusCode) = (outcome.Problem, outcome.Status);
        Show(user);
        return Page();
    }

    private void Show(string user) => (Host, Bookings) = (user, [.. bookings.Of(user).OrderByDescending(booking => booking.Start)]);
}
