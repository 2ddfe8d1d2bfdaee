using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Pages;

/// <summary>A booking page, framed or by itself; which of the two it is the script finds out. The link's query prefills the form.</summary>
internal sealed class BookModel(Bookings bookings, IHostApplicationLifetime lifetime) : PageModel
{
    public EventType EventType { get; private set; } = null!;

    /// <summary>How the page fails.</summary>
    public FailureSwitch? Failure { get; private set; }

    /// <summary>The booking that is to be moved.</summary>
    public Booking? Moving { get; private set; }

    public string Name => Request.Query["name"] is [{ Length: > 0 } name, ..] ? name : $"{Request.Query["firstName"]} {Request.Query["lastName"]}".Trim();

    public string Email => Request.Query["email"].ToString();

    public string Notes => Request.Query["notes"].ToString();

    public async Task<IActionResult> OnGetAsync(string user, string slug, string? rescheduleUid)
    {
        (EventType, Failure) = (new EventType(user, slug), FailureSwitch.For(slug));
        // What the embed makes of a link without a slug.
        if (Failure == FailureSwitch.NotFound || slug == "embed")
            return NotFound();
        if (Failure == FailureSwitch.Hang)
            return await HangAsync();
        if (Failure == FailureSwitch.BlockedFrame)
            Response.Headers.XFrameOptions = "DENY";
        Moving = rescheduleUid is null ? null : bookings.Find(rescheduleUid);
        return Page();
    }

    private async Task<IActionResult> HangAsync()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted, lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new EmptyResult();
    }
}
