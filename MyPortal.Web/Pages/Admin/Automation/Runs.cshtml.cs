using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>What rules did and why, newest first, 50 a page. What failed for good can be tried once more.</summary>
public sealed class RunsModel(AutomationClient automation) : PageModel
{
    private const string Path = "/admin/automation/runs";

    public Vocabulary Vocabulary { get; private set; } = null!;

    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public RunPage Runs { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? Rule { get; set; }

    /// <summary>As it was typed: 1001 or #1001.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ticket { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Failed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public string? TicketError { get; private set; }

    public string? Notice { get; private set; }

    [TempData]
    public string? Saved { get; set; }

    /// <summary>The run that <see cref="Saved"/> is about, beside which it is shown.</summary>
    [TempData]
    public Guid? SavedRun { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostRetryAsync(Guid run, Guid step, CancellationToken cancellationToken)
    {
        var retried = await this.AttemptAsync(
            automation.RetryAsync(step, cancellationToken), "The action could not be tried again just now. Please try again in a minute.");
        if (retried.Refusal is { IsOutage: true } away)
        {
            Notice = away.Detail;
            await LoadAsync(cancellationToken);
            return Page();
        }
        Saved = retried.Refusal?.Status switch
        {
            null => "The action is tried again in a moment. Load this page again to see how it went.",
            HttpStatusCode.Conflict => "There was nothing to try again: the action is done, or is being tried anyway.",
            HttpStatusCode.NotFound => "This action is no longer known.",
            { } status => throw new ApiRefusedException(status),
        };
        SavedRun = run;
        return LocalRedirect($"{LinkTo(After)}#run-{run}");
    }

    public bool SaysBeside(Run run) => Saved is not null && run.Id == SavedRun;

    public string RuleName(Guid id) => Rules.FirstOrDefault(rule => rule.Id == id)?.Name ?? "a deleted rule";

    /// <summary>The page as it is filtered, from this cursor on.</summary>
    public string LinkTo(string? after) => Path.With(
        ("rule", Rule?.ToString()), ("ticket", Ticket), ("failed", Failed ? "true" : null), ("after", after));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Vocabulary = (await automation.VocabularyAsync(cancellationToken)).Required();
        Rules = (await automation.ListAsync(cancellationToken)).Required().Rules;
        if (TicketNumber(out var number))
        {
            Runs = (await automation.RunsAsync(Rule, number, Failed, After, cancellationToken)).Required();
            return;
        }
        TicketError = "Give the number of a ticket, for example 1001.";
        Runs = new RunPage([], null);
    }

    private bool TicketNumber(out long? number)
    {
        number = long.TryParse(Ticket?.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        return number is not null || string.IsNullOrWhiteSpace(Ticket);
    }
}
