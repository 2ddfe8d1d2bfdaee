using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Wording;

namespace MyPortal.Web.Pages.Admin.Webhooks;

/// <summary>Deliveries of webhooks, newest first. TicketApi lets administrators in and nobody else.</summary>
public sealed class IndexModel(WebhookClient webhooks) : PageModel
{
    private const string Path = "/admin/webhooks";

    /// <summary>Null for all.</summary>
    public string? State { get; private set; }

    public DeliveryPage Deliveries { get; private set; } = null!;

    public string? Notice { get; private set; }

    [TempData]
    public string? Saved { get; set; }

    public async Task OnGetAsync(string? state, string? after, CancellationToken cancellationToken) => await LoadAsync(state, after, cancellationToken);

    public async Task<IActionResult> OnPostReplayFailedAsync(string? state, CancellationToken cancellationToken)
    {
        var replayed = await this.RequireAsync(
            webhooks.ReplayFailedAsync(cancellationToken), "They could not be replayed just now. Please try again in a minute.");
        if (replayed.Succeeded)
        {
            Saved = replayed.Required().Count switch
            {
                0 => "There was nothing to replay.",
                1 => "One failed delivery is processed again in a moment.",
                var count => $"{count} failed deliveries are processed again in a moment.",
            };
            return LocalRedirect(LinkTo(Known(state)));
        }
        Notice = replayed.Refusal?.Detail;
        await LoadAsync(state, null, cancellationToken);
        return Page();
    }

    public static string LinkTo(string? state, string? after = null) => Path.With(("state", state), ("after", after));

    private async Task LoadAsync(string? state, string? after, CancellationToken cancellationToken)
    {
        State = Known(state);
        Deliveries = (await webhooks.ListAsync(State, after, cancellationToken)).Required();
    }

    private static string? Known(string? state) => DeliveryWording.States.FirstOrDefault(known => known == state);
}
