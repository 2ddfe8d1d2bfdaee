using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Formatting;

namespace MyPortal.Web.Pages.Admin.Webhooks;

/// <summary>One delivery with its payload, in which people are masked until the administrator asks to see them, which is logged.</summary>
public sealed class DetailModel(WebhookClient webhooks) : PageModel
{
    public DeliveryDetail Delivery { get; private set; } = null!;

    public string Payload => ReadableJson.Of(Delivery.Payload);

    public string? Notice { get; private set; }

    [TempData]
    public string? Saved { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken) => Delivery = (await webhooks.ReadAsync(id, cancellationToken)).Required();

    /// <summary>Shows personal data in this answer; the page's own address always shows it masked.</summary>
    public async Task OnPostOpenAsync(Guid id, CancellationToken cancellationToken) => Delivery = (await webhooks.OpenAsync(id, cancellationToken)).Required();

    public async Task<IActionResult> OnPostReplayAsync(Guid id, CancellationToken cancellationToken)
    {
        var replayed = await this.RequireAsync(
            webhooks.ReplayAsync(id, cancellationToken), "It could not be replayed just now. Please try again in a minute.");
        if (replayed.Succeeded)
        {
            Saved = "It is processed again in a moment. What it has caused already is not caused twice.";
            return RedirectToPage(new { id });
        }
        Notice = replayed.Refusal?.Detail;
        await OnGetAsync(id, cancellationToken);
        return Page();
    }
}
