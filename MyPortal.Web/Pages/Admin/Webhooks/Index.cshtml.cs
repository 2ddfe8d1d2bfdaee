using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Formatting;

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

    public async Task OnGetAsync(string? state, string? after, CancellationToken ct) => await LoadAsync(state, after, ct);

    public async Task<IActionResult> OnPostReplayFailedAsync(string? state, CancellationToken ct)
    {
        try
        {
            Saved = (await webhooks.ReplayFailedAsync(ct)).Required().Count switch
            {
                0 => "There was nothing to replay.",
                1 => "One failed delivery is processed again in a moment.",
                var count => $"{count} failed deliveries are processed again in a moment.",
            };
            return LocalRedirect(LinkTo(Known(state)));
        }
        catch (ApiUnavailableException)
        {
            Notice = "They could not be replayed just now. Please try again in a minute.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        await LoadAsync(state, null, ct);
        return Page();
    }

    public static string LinkTo(string? state, string? after = null) =>
        Path + QueryString.Create(new Dictionary<string, string?> { ["state"] = state, ["after"] = after }.Where(parameter => parameter.Value is not null));

    private async Task LoadAsync(string? state, string? after, CancellationToken ct)
    {
        State = Known(state);
        Deliveries = (await webhooks.ListAsync(State, after, ct)).Required();
    }

    private static string? Known(string? state) => DeliveryWording.States.FirstOrDefault(known => known == state);
}
