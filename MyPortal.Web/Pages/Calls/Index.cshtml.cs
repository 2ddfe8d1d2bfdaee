using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Calls;

/// <summary>
/// A technician's own calls, from an hour ago to two months ahead, and the private address of their calendar. TicketApi lets staff in and
/// nobody else.
/// </summary>
public sealed class IndexModel(CallClient calls, TimeProvider clock) : PageModel
{
    private const string NotNow = "That did not work just now. Please try again in a minute.";

    private static readonly TimeSpan Back = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(61);

    /// <summary>Null in the answer to a change of the address while the calls cannot be read.</summary>
    public CallAgenda? Agenda { get; private set; }

    public FeedSection Feed { get; } = new();

    [TempData]
    public string? Saved { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var feed = calls.FeedAsync(cancellationToken).IfInTimeAsync(cancellationToken);
        Agenda = Arrange((await MineAsync(cancellationToken)).Required());
        Feed.State = (await feed)?.Value;
    }

    public async Task<IActionResult> OnPostMakeFeedAsync(CancellationToken cancellationToken)
    {
        var made = await this.RequireAsync(calls.MakeFeedAsync(cancellationToken), NotNow);
        // In this answer only: an address, a cookie or a log would keep what is meant for one person.
        (Feed.NewUrl, Feed.Problem) = (made.Value?.Url, made.Refusal?.Detail);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRevokeFeedAsync(CancellationToken cancellationToken)
    {
        var revoked = await this.RequireAsync(calls.RevokeFeedAsync(cancellationToken), NotNow);
        if (revoked.Succeeded)
        {
            Saved = "The calendar address has ended. Calendars that use it get no more calls.";
            return RedirectToPage();
        }
        Feed.Problem = revoked.Refusal?.Detail;
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var feed = calls.FeedAsync(cancellationToken).IfInTimeAsync(cancellationToken);
        Agenda = (await MineAsync(cancellationToken).IfInTimeAsync(cancellationToken))?.Value is { } mine ? Arrange(mine) : null;
        Feed.State = (await feed)?.Value;
        return Page();
    }

    private Task<ApiResult<MyCalls>> MineAsync(CancellationToken cancellationToken) =>
        calls.MineAsync(clock.GetUtcNow() - Back, clock.GetUtcNow() + Ahead, cancellationToken);

    private CallAgenda Arrange(MyCalls mine) => CallAgenda.Of(mine.Calls, clock.GetUtcNow());
}
