using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Pages.Hosts;

/// <summary>A host's webhooks, by hand as in Cal.com's own settings, and how their deliveries go wrong.</summary>
internal sealed class SettingsModel(WebhookRegistry webhooks, Switchboard switchboard, DeliveryLog log, Pinger pinger) : PageModel
{
    private const int ShownDeliveries = 50;

    [FromRoute(Name = "user")]
    public string Host { get; set; } = "";

    public string? Notice { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The new webhook, with what was typed when it was refused.</summary>
    public WebhookForm Draft { get; private set; } = WebhookForm.New();

    public IReadOnlyList<Webhook> Webhooks => webhooks.Of(Host);

    public Switches Switches => switchboard.For(Host);

    /// <summary>The latest first.</summary>
    public IReadOnlyList<LoggedDelivery> Deliveries => [.. log.Of(Host).Reverse().Take(ShownDeliveries)];

    public void OnGet(string? done) => Notice = SettingsNotices.Text(done);

    public IActionResult OnPostAdd(WebhookForm form)
    {
        Draft = form;
        var input = form.ToInput() with { Active = true };
        if (input.Errors().FirstOrDefault() is { } error)
            return Refuse(error, StatusCodes.Status400BadRequest);

        return webhooks.TryAdd(Host, input) is null
            ? Refuse("There is a webhook for this URL already.", StatusCodes.Status409Conflict)
            : Back(SettingsNotices.Added);
    }

    public IActionResult OnPostSave(string id, WebhookForm form)
    {
        if (form.ToInput().Errors().FirstOrDefault() is { } error)
            return Refuse(error, StatusCodes.Status400BadRequest);

        return webhooks.Update(Host, id, form.ToInput()) is null ? Gone() : Back(SettingsNotices.Saved);
    }

    public IActionResult OnPostDelete(string id) => webhooks.Remove(Host, id) is null ? Gone() : Back(SettingsNotices.Deleted);

    public async Task<IActionResult> OnPostPingAsync(string id, CancellationToken cancellationToken)
    {
        if (webhooks.Find(Host, id) is not { } webhook)
            return Gone();

        Notice = $"PING: {(await pinger.PingAsync(webhook, cancellationToken)).InWords()}";
        return Page();
    }

    public IActionResult OnPostSwitch(Switches switches)
    {
        if (!ModelState.IsValid)
            return Refuse("Enter whole numbers.", StatusCodes.Status400BadRequest);
        if (switches.Errors() is { Count: > 0 } errors)
            return Refuse(string.Join(' ', errors.Select(error => $"{error.Key}: {error.Value[0]}")), StatusCodes.Status400BadRequest);

        switchboard.Set(Host, switches);
        return Back(SettingsNotices.Switched);
    }

    private RedirectToPageResult Back(string done) => RedirectToPage(new { user = Host, done });

    private PageResult Gone() => Refuse("This webhook is gone.", StatusCodes.Status404NotFound);

    private PageResult Refuse(string problem, int status)
    {
        (Problem, Response.StatusCode) = (problem, status);
        return Page();
    }
}
