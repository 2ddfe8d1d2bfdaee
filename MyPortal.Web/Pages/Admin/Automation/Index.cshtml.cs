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

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostEnableAsync(Guid rule, bool enabled, CancellationToken cancellationToken) =>
        EditAsync(rule, automation.EnableAsync(rule, enabled, cancellationToken), cancellationToken);

    /// <summary>Moves a rule one place: <c>by</c> -1 earlier, 1 later.</summary>
    public Task<IActionResult> OnPostMoveAsync(Guid rule, int by, CancellationToken cancellationToken) =>
        EditAsync(rule, MoveAsync(rule, by, cancellationToken), cancellationToken);

    private async Task<ApiResult<object>> MoveAsync(Guid rule, int by, CancellationToken cancellationToken)
    {
        var ids = (await automation.ListAsync(cancellationToken)).Required().Rules.Select(known => known.Id).ToList();
        var from = ids.IndexOf(rule);
        var to = from + Math.Sign(by);
        if (from >= 0 && to >= 0 && to < ids.Count)
            (ids[from], ids[to]) = (ids[to], ids[from]);
        return await automation.ReorderAsync(ids, cancellationToken);
    }

    private async Task<IActionResult> EditAsync(Guid rule, Task<ApiResult<object>> edit, CancellationToken cancellationToken)
    {
        var edited = await this.AttemptAsync(edit, "Your change could not be saved just now. Please try again in a minute.");
        if (edited.Refusal is not { } refusal)
            return RedirectToPage(null, null, null, $"rule-{rule}");
        Notice = refusal.Status is HttpStatusCode.NotFound ? "This rule has been deleted in the meantime." : refusal.Detail;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Vocabulary = (await automation.VocabularyAsync(cancellationToken)).Required();
        Rules = (await automation.ListAsync(cancellationToken)).Required().Rules;
    }
}
