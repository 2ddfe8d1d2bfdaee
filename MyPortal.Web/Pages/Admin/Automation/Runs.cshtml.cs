using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Admin.Automation;

/// <summary>What rules did and why, newest first, 50 a page.</summary>
public sealed class RunsModel(AutomationClient automation) : PageModel
{
    public Vocabulary Vocabulary { get; private set; } = null!;

    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public RunPage Runs { get; private set; } = null!;

    public Guid? Rule { get; private set; }

    public long? Ticket { get; private set; }

    public bool Failed { get; private set; }

    public async Task OnGetAsync(Guid? rule, long? ticket, bool failed, string? after, CancellationToken ct)
    {
        (Rule, Ticket, Failed) = (rule, ticket, failed);
        Vocabulary = (await automation.VocabularyAsync(ct)).Required();
        Rules = (await automation.ListAsync(ct)).Required().Rules;
        Runs = (await automation.RunsAsync(rule, ticket, failed, after, ct)).Required();
    }

    public string RuleName(Guid id) => Rules.FirstOrDefault(rule => rule.Id == id)?.Name ?? "a deleted rule";

    public string LinkTo(string cursor) =>
        $"/admin/automation/runs?rule={Rule}&ticket={Ticket}&failed={(Failed ? "true" : "false")}&after={Uri.EscapeDataString(cursor)}";
}
