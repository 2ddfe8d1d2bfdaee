using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

namespace MyPortal.Web.Pages.Profile;

/// <summary>My Profile: who you are, your booking link, your Cal.com account, your reminders, your password.</summary>
public sealed partial class IndexModel(ProfileClient profiles, ConnectionClient connections, CallClient calls) : PageModel
{
    public Reader Reader { get; private set; } = null!;

    public Clients.Profile Profile { get; private set; } = null!;

    /// <summary>True while ProfileApi cannot be asked: then <see cref="Profile"/> is what the session knows, and the booking link is not known.</summary>
    public bool IsProfileAway { get; private set; }

    /// <summary>What stands in the field: the saved link, or what the person typed and we refused.</summary>
    public string? BookingUrl { get; private set; }

    public string? UrlError { get; private set; }

    [TempData]
    public string? Saved { get; set; }

    // Names for the messages beside the fields; passwords themselves are never sent back.
    public string? CurrentPassword => null;

    public string? NewPassword => null;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

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
            IsProfileAway = true;
            UrlError = "The link could not be saved just now. Please try again in a minute.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        await LoadAsync(ct);
        BookingUrl = url;
        return Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? currentPassword, string? newPassword, CancellationToken ct)
    {
        ModelState.Clear();
        try
        {
            var result = await profiles.ChangePasswordAsync(currentPassword, newPassword, ct);
            if (result.Succeeded)
            {
                Saved = "Password changed.";
                return RedirectToPage();
            }
            ModelState.AddRefusal(result.Refusal!);
            Response.StatusCode = (int)result.Refusal!.Status;
        }
        catch (ApiUnavailableException)
        {
            // It may have been changed all the same: then the one that was the current one is wrong at the next try.
            IsProfileAway = true;
            ModelState.AddModelError(nameof(NewPassword), "Nobody can say whether your password was changed. Please try again in a minute.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    // Who somebody is, is ProfileApi's; calls are TicketApi's. While one of them is away, the rest of the page is still of use.
    private async Task LoadAsync(CancellationToken ct)
    {
        Reader = Reader.From(User);
        var connection = Reader.IsStaff ? connections.ReadAsync(ct).IfInTimeAsync(ct) : null;
        var reminders = calls.RemindersAsync(ct).IfInTimeAsync(ct);
        // Whoever has just waited in vain does not wait once more.
        Profile = IsProfileAway ? AsTheSessionKnows() : await MeAsync(ct);
        BookingUrl = Profile.BookingLink?.Url;
        if (connection is not null)
            Connection.Show(await connection);
        Reminders.Chosen = (await reminders)?.Value?.MinutesBefore;
    }

    private async Task<Clients.Profile> MeAsync(CancellationToken ct)
    {
        try
        {
            return (await profiles.MeAsync(ct)).Required();
        }
        catch (ApiUnavailableException)
        {
            IsProfileAway = true;
            return AsTheSessionKnows();
        }
    }

    private Clients.Profile AsTheSessionKnows() => new(Reader.Id, Reader.Name, Reader.Email, Reader.Role,
        Reader.CompanyName is { } company ? new Company(Guid.Empty, company) : null, BookingLink: null, CanHaveBookingLink: Reader.IsStaff);

    /// <summary>Null when it did not succeed; then the page says why, beside what was pressed.</summary>
    private async Task<ApiResult<T>?> TryAsync<T>(Task<ApiResult<T>> change, Action<HttpStatusCode, string> refuse) where T : class
    {
        try
        {
            var result = await change;
            if (result.Refusal is not { } refusal)
                return result;
            refuse(refusal.Status, refusal.Errors.Values.FirstOrDefault()?[0] ?? refusal.Detail);
            Response.StatusCode = (int)refusal.Status;
        }
        catch (ApiUnavailableException)
        {
            refuse(HttpStatusCode.ServiceUnavailable, "This could not be saved just now. Please try again in a minute.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return null;
    }
}
