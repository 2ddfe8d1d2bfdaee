using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Calls;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Calls;

/// <summary>A technician's own calls, from an hour ago to two months ahead, and the private address of their calendar. TicketApi lets staff in and nobody else.</summary>
public sealed class IndexModel(CallClient calls, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan Back = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(61);

    /// <summary>Null in the answer to a change of the address while the calls cannot be read.</summary>
    public CallAgenda? Agenda { get; private set; }

    public FeedSection Feed { get; } = new();

    [TempData]
    public string? Saved { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var feed = calls.FeedAsync(ct).IfInTimeAsync(ct);
        Agenda = Arrange((await MineAsync(ct)).Required());
        Feed.State = (await feed)?.Value;
    }

    public Task<IActionResult> OnPostMakeFeedAsync(CancellationToken ct) => ChangeFeedAsync(async () =>
    {
        var result = await calls.MakeFeedAsync(ct);
        // In this answer only: an address, a cookie or a log would keep what is meant for one person.
        Feed.NewUrl = result.Value?.Url;
        return (result.Refusal, null);
    }, ct);

    public Task<IActionResult> OnPostRevokeFeedAsync(CancellationToken ct) => ChangeFeedAsync(async () =>
        ((await calls.RevokeFeedAsync(ct)).Refusal, "The calendar address has ended. Calendars that use it get no more calls."), ct);

    private async Task<IActionResult> ChangeFeedAsync(Func<Task<(Refusal? Refusal, string? Saved)>> change, CancellationToken ct)
    {
        try
        {
            var (refusal, saved) = await change();
            if (refusal is not null)
                throw new ApiRefusedException(refusal.Status);
            if (saved is not null)
            {
                Saved = saved;
                return RedirectToPage();
            }
        }
        catch (ApiUnavailableException)
        {
            Feed.Problem = "That did not work just now. Please try again in a minute.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        var feed = calls.FeedAsync(ct).IfInTimeAsync(ct);
        Agenda = (await MineAsync(ct).IfInTimeAsync(ct))?.Value is { } mine ? Arrange(mine) : null;
        Feed.State = (await feed)?.Value;
        return Page();
    }

    private Task<ApiResult<MyCalls>> MineAsync(CancellationToken ct) => calls.MineAsync(clock.GetUtcNow() - Back, clock.GetUtcNow() + Ahead, ct);

    private CallAgenda Arrange(MyCalls mine) => CallAgenda.Of(mine.Calls, clock.GetUtcNow());
}
