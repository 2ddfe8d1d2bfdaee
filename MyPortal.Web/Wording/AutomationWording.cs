using MyPortal.Web.Clients;

namespace MyPortal.Web.Wording;

/// <summary>How automation reads on a page.</summary>
public static class AutomationWording
{
    public static string OutcomeInWords(this Run run) => run.Outcome switch
    {
        "ran" => "Ran",
        "not_met" => "Conditions not met",
        "skipped_own_event" => "Skipped: it had caused this itself",
        "skipped_chain_too_long" => "Skipped: end of a chain of five rules",
        "skipped_too_often" => "Skipped: it ran 50 times on this ticket within an hour",
        _ => run.Outcome.InWords(),
    };

    /// <summary>An action in a few words, without its texts.</summary>
    public static string InWords(this RuleAction action, Vocabulary vocabulary, IReadOnlyList<Technician>? technicians = null)
    {
        var what = action.Kind switch
        {
            "set_status" => action.Status?.InWords(),
            "set_priority" => action.Priority?.InWords(),
            "assign" => action.AssigneeId is { } id ? technicians?.FirstOrDefault(technician => technician.Id == id)?.Name : "nobody",
            "send_mail" => action.Address,
            "call_webhook" => Uri.TryCreate(action.Url, UriKind.Absolute, out var url) ? url.Host : null,
            _ => null,
        };
        var label = vocabulary.ActionLabel(action.Kind);
        return what is null ? label : $"{label}: {what}";
    }
}
