namespace MyPortal.Web.Formatting;

/// <summary>How the codes of the APIs read on a page.</summary>
public static class Wording
{
    public static readonly IReadOnlyList<string> Statuses =
        ["open", "in_progress", "waiting_for_customer", "waiting_for_call", "resolved", "closed"];

    public static readonly IReadOnlyList<string> Priorities = ["low", "normal", "high", "urgent"];

    /// <summary>A code in words: <c>waiting_for_call</c> → "Waiting for call". An unknown one stays readable.</summary>
    public static string InWords(this string code) =>
        code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');

    /// <summary>What the timeline says, after the actor's name.</summary>
    public static string InWords(this Clients.TimelineEntry entry) => entry.Kind switch
    {
        "created" => "opened this ticket",
        "assigned" when entry.From is not null => $"moved it from {entry.From} to {entry.To}",
        "assigned" => $"assigned it to {entry.To}",
        "unassigned" => $"took it off {entry.From}",
        "status_changed" => $"changed the status from {entry.From?.InWords()} to {entry.To?.InWords()}",
        "priority_changed" => $"changed the priority from {entry.From?.InWords()} to {entry.To?.InWords()}",
        _ => entry.Kind.InWords().ToLowerInvariant(),
    };
}
