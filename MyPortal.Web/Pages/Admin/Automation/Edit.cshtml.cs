using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>
/// Edits one rule, or makes a new one (<c>/admin/automation/new</c>). Works without scripts: adding and removing rows are buttons of the form,
/// which sends everything typed so far and gets it back. TicketApi judges the rule; its messages stand beside the fields.
/// </summary>
public sealed class EditModel(AutomationClient automation, TechnicianClient technicians) : PageModel
{
    private const string NewSecret = "WebhookSecret";

    /// <summary>Null for a rule that is not saved yet.</summary>
    public Guid? Id { get; private set; }

    public string Path => $"/admin/automation/{Id?.ToString() ?? "new"}";

    [BindProperty]
    public RuleForm Form { get; set; } = RuleForm.New();

    [BindProperty]
    public string? Version { get; set; }

    public Vocabulary Vocabulary { get; private set; } = null!;

    /// <summary>Whom a rule may assign; null when ProfileApi could not be asked in time.</summary>
    public IReadOnlyList<Technician>? Technicians { get; private set; }

    public bool CanRenewSecret { get; private set; }

    /// <summary>Shown this once, right after it was made.</summary>
    public string? Secret { get; private set; }

    public string? Notice { get; private set; }

    public bool IsSaved { get; private set; }

    public string? DryRunTicket { get; private set; }

    public string? DryRunError { get; private set; }

    public DryRun? DryRun { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!Take(id))
            return NotFound();
        await LoadAsync(cancellationToken);
        if (Id is not null)
            await ReadRuleAsync(cancellationToken);
        Secret = TempData[NewSecret] as string;
        IsSaved = Secret is not null || TempData["Saved"] is not null;
        return Page();
    }

    /// <summary>What was pressed comes as <c>do</c>: <c>save</c>, or a change of the form's rows.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string? @do, CancellationToken cancellationToken)
    {
        if (!Take(id))
            return NotFound();
        ModelState.Clear();
        if (@do is null or "save")
            return await SaveAsync(cancellationToken);
        await LoadAsync(cancellationToken);
        RuleFormRows.Change(Form, @do, Request.Form, Vocabulary);
        return Page();
    }

    public async Task<IActionResult> OnPostDryRunAsync(string id, string? ticket, CancellationToken cancellationToken)
    {
        if (!Take(id) || Id is not { } rule)
            return NotFound();
        await LoadAsync(cancellationToken);
        await ReadRuleAsync(cancellationToken);
        DryRunTicket = ticket;
        if (!long.TryParse(ticket?.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            DryRunError = "Give the number of a ticket.";
            return Refused(HttpStatusCode.BadRequest);
        }
        var result = await automation.DryRunAsync(rule, number, cancellationToken);
        (DryRun, DryRunError) = (result.Value, result.Refusal?.Sentence);
        return result.Refusal is { } refusal ? Refused(refusal.Status) : Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (!Take(id) || Id is not { } rule)
            return NotFound();
        await automation.DeleteAsync(rule, cancellationToken);
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostSecretAsync(string id, CancellationToken cancellationToken)
    {
        if (!Take(id) || Id is not { } rule)
            return NotFound();
        TempData[NewSecret] = (await automation.RenewSecretAsync(rule, cancellationToken)).Required().Secret;
        return RedirectToPage(null, null, new { id }, "secret");
    }

    public string? ErrorOf(string field) =>
        ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    private bool Take(string id)
    {
        if (id == "new")
            return true;
        Id = Guid.TryParse(id, out var rule) ? rule : null;
        return Id is not null;
    }

    private async Task<IActionResult> SaveAsync(CancellationToken cancellationToken)
    {
        var mapping = RuleFormMapping.Of(Form);
        try
        {
            var result = Id is { } id
                ? await automation.ReplaceAsync(id, mapping.Request, Version, cancellationToken)
                : await automation.CreateAsync(mapping.Request, cancellationToken);
            if (result.Value is { } saved)
            {
                TempData[saved.WebhookSecret is null ? "Saved" : NewSecret] = saved.WebhookSecret ?? "yes";
                return RedirectToPage(null, new { id = saved.Rule.Id });
            }
            await LoadAsync(cancellationToken);
            await RefuseAsync(result.Refusal!, mapping, cancellationToken);
        }
        catch (ApiUnavailableException)
        {
            Notice = "The rule could not be saved just now. Everything is still here: please save it again.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await LoadAsync(cancellationToken);
        }
        return Page();
    }

    private async Task RefuseAsync(Refusal refusal, RuleFormMapping mapping, CancellationToken cancellationToken)
    {
        Response.StatusCode = (int)refusal.Status;
        Notice = refusal.Status switch
        {
            HttpStatusCode.BadRequest => "The rule is not saved yet: please see the marked fields.",
            HttpStatusCode.PreconditionFailed =>
                "Somebody else changed this rule in the meantime. Yours is still here, but not saved; saving again replaces theirs.",
            _ => refusal.Detail,
        };
        foreach (var (field, messages) in refusal.Errors)
            ModelState.AddModelError(mapping.FieldOf(field), messages[0]);
        if (refusal.Status is HttpStatusCode.PreconditionFailed && Id is { } id)
            Version = (await automation.GetAsync(id, cancellationToken)).Required().Version;
    }

    private PageResult Refused(HttpStatusCode status)
    {
        Response.StatusCode = (int)status;
        return Page();
    }

    private async Task ReadRuleAsync(CancellationToken cancellationToken)
    {
        var rule = (await automation.GetAsync(Id!.Value, cancellationToken)).Required();
        (Form, Version) = (RuleForm.Of(rule), rule.Version);
        // A rule that no longer calls a webhook keeps its secret, and gets no new one.
        CanRenewSecret = rule.HasWebhookSecret && rule.Actions.Any(action => action.Kind is "call_webhook");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Vocabulary = (await automation.VocabularyAsync(cancellationToken)).Required();
        Technicians = await technicians.AllIfInTimeAsync(cancellationToken);
    }
}
