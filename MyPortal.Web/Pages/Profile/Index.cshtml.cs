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

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostBookingLinkAsync(string? url, CancellationToken cancellationToken)
    {
        var saved = await this.AttemptAsync(
            profiles.SaveBookingLinkAsync(url, cancellationToken), "The link could not be saved just now. Please try again in a minute.");
        if (saved.Refusal is not { } refusal)
        {
            Saved = saved.Value?.BookingLink is null ? "Booking link removed. Your tickets no longer offer a call." : "Booking link saved.";
            return RedirectToPage();
        }
        (UrlError, IsProfileAway) = (refusal.Sentence, refusal.IsOutage);
        await LoadAsync(cancellationToken);
        BookingUrl = url;
        return Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? currentPassword, string? newPassword, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        // Away, it may have changed it all the same: then the one that was the current one is wrong at the next try.
        var changed = await this.AttemptAsync(
            profiles.ChangePasswordAsync(currentPassword, newPassword, cancellationToken),
            "Nobody can say whether your password was changed. Please try again in a minute.");
        if (changed.Refusal is not { } refusal)
        {
            Saved = "Password changed.";
            return RedirectToPage();
        }
        if (IsProfileAway = refusal.IsOutage)
            ModelState.AddModelError(nameof(NewPassword), refusal.Detail);
        else
            ModelState.AddRefusal(refusal);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    // Who somebody is, is ProfileApi's; calls are TicketApi's. While one of them is away, the rest of the page is still of use.
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Reader = Reader.From(User);
        var connection = Reader.IsStaff ? connections.ReadAsync(cancellationToken).IfInTimeAsync(cancellationToken) : null;
        var reminders = calls.RemindersAsync(cancellationToken).IfInTimeAsync(cancellationToken);
        // Whoever has just waited in vain does not wait once more.
        Profile = IsProfileAway ? AsTheSessionKnows() : await MeAsync(cancellationToken);
        BookingUrl = Profile.BookingLink?.Url;
        if (connection is not null)
            Connection.Show(await connection);
        Reminders.Chosen = (await reminders)?.Value?.MinutesBefore;
    }

    private async Task<Clients.Profile> MeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await profiles.MeAsync(cancellationToken)).Required();
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
    private async Task<ApiResult<T>?> TryAsync<T>(Task<ApiResult<T>> change, Action<Refusal> refuse) where T : class
    {
        var result = await this.AttemptAsync(change, "This could not be saved just now. Please try again in a minute.");
        if (result.Refusal is not { } refusal)
            return result;
        refuse(refusal);
        return null;
    }
}
