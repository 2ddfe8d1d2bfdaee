using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Profile;

/// <summary>My Profile: who you are, your booking link, your password.</summary>
public sealed class IndexModel(ProfileClient profiles) : PageModel
{
    public Clients.Profile Profile { get; private set; } = null!;

    /// <summary>What stands in the field: the saved link, or what the person typed and we refused.</summary>
    public string? BookingUrl { get; private set; }

    public string? UrlError { get; private set; }

    [TempData]
    public string? Saved { get; set; }

    // Names for the messages beside the fields; passwords themselves are never sent back.
    public string? CurrentPassword => null;

    public string? NewPassword => null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Profile = (await profiles.MeAsync(ct)).Required();
        BookingUrl = Profile.BookingLink?.Url;
    }

    public async Task<IActionResult> OnPostBookingLinkAsync(string? url, CancellationToken ct)
    {
        try
        {
            var result = await profiles.SaveBookingLinkAsync(url, ct);
            if (result.Succeeded)
            {
                Saved = result.Value?.BookingLink is null ? "Booking link removed. Your tickets no longer offer a call." : "Booking link saved.";
                return RedirectToPage();
            }
            UrlError = result.Refusal!.Errors.Values.FirstOrDefault()?[0] ?? result.Refusal.Detail;
            Response.StatusCode = (int)result.Refusal.Status;
        }
        catch (ApiUnavailableException)
        {
            UrlError = "The link could not be saved just now. Please try again in a minute.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        await ReloadAsync(ct);
        BookingUrl = url;
        return Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? currentPassword, string? newPassword, CancellationToken ct)
    {
        var result = await profiles.ChangePasswordAsync(currentPassword, newPassword, ct);
        if (result.Succeeded)
        {
            Saved = "Password changed.";
            return RedirectToPage();
        }
        ModelState.Clear();
        ModelState.AddRefusal(result.Refusal!);
        Response.StatusCode = (int)result.Refusal!.Status;
        await ReloadAsync(ct);
        return Page();
    }

    private async Task ReloadAsync(CancellationToken ct)
    {
        Profile = (await profiles.MeAsync(ct)).Required();
        BookingUrl = Profile.BookingLink?.Url;
    }
}
