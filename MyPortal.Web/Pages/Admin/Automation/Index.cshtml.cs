using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>All rules in the order in which they run. TicketApi lets administrators in and nobody else.</summary>
public sealed class IndexModel(AutomationClient automation) : PageModel
{
    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public Vocabulary Vocabulary { get; private set; } = null!;

    public string? Notice { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public Task<IActionResult> OnPostEnableAsync(Guid rule, bool enabled, CancellationToken ct) =>
        EditAsync(rule, () => automation.EnableAsync(rule, enabled, ct), ct);

    /// <summary>Moves a rule one place: <c>by</c> -1 earlier, 1 later.</summary>
    public Task<IActionResult> OnPostMoveAsync(Guid rule, int by, CancellationToken ct) => EditAsync(rule, async () =>
    {
        var ids = (await automation.ListAsync(ct)).Required().Rules.Select(known => known.Id).ToList();
        var from = ids.IndexOf(rule);
        var to = from + Math.Sign(by);
        if (from >= 0 && to >= 0 && to < ids.Count)
            (ids[from], ids[to]) = (ids[to], ids[from]);
        return await automation.ReorderAsync(ids, ct);
    }, ct);

    private async Task<IActionResult> EditAsync(Guid rule, Func<Task<ApiResult<object>>> edit, CancellationToken ct)
    {
        try
        {
            if ((await edit()).Refusal is not { } refusal)
                return RedirectToPage(null, null, null, $"rule-{rule}");
            Notice = refusal.Status is HttpStatusCode.NotFound ? "This rule has been deleted in the meantime." : refusal.Detail;
            Response.StatusCode = (int)refusal.Status;
        }
        catch (ApiUnavailableException)
        {
            Notice = "Your change could not be saved just now. Please try again in a minute.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Vocabulary = (await automation.VocabularyAsync(ct)).Required();
        Rules = (await automation.ListAsync(ct)).Required().Rules;
    }
}
