using MyPortal.Web.Clients;

namespace MyPortal.Web.Wording;

/// <summary>A field of tickets that has one of a few values, and what pages do with it.</summary>
/// <param name="Name">As TicketApi spells it: in answers, filters, changes and new tickets.</param>
/// <param name="Codes">Its values, in order.</param>
/// <param name="Of">The value that a ticket has.</param>
public sealed record TicketChoice(string Name, IReadOnlyList<string> Codes, Func<TicketSummary, string> Of)
{
    /// <summary>As pages call it, and their forms too.</summary>
    public string Label { get; } = Name.InWords();

    /// <summary>What the form for a new ticket asks, with an answer for each code; null where tickets always start alike.</summary>
    public string? Question { get; init; }

    public IReadOnlyList<(string Code, string Words)> Answers { get; init; } = [];

    /// <summary>The answer when none is chosen.</summary>
    public string Default { get; init; } = "";

    /// <summary>What the list can be narrowed to, the first one unless chosen otherwise; empty where it cannot.</summary>
    public IReadOnlyList<(string Key, string Label)> Filters { get; init; } = [];

    /// <summary>The values that stand beside a ticket in the list.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>Whether the ticket's page shows it as a badge too.</summary>
    public bool IsBadge { get; init; }
}

/// <summary>Every choice of a ticket, in the order in which pages show them.</summary>
public static class TicketChoices
{
    private static readonly string[] Statuses = ["open", "in_progress", "waiting_for_customer", "waiting_for_call", "resolved", "closed"];

    public static readonly TicketChoice Status = new("status", Statuses, ticket => ticket.Status)
    {
        Filters = [("open", "Open"), ("closed", "Resolved"), ("all", "All")],
        Listed = Statuses,
        IsBadge = true,
    };

    public static readonly TicketChoice Priority = new("priority", ["low", "normal", "high", "urgent"], ticket => ticket.Priority)
    {
        Question = "How much does it hold you up?",
        Answers =
        [
            ("low", "Low: a question or a wish"),
            ("normal", "Normal: annoying, but I can work"),
            ("high", "High: I cannot do part of my work"),
            ("urgent", "Urgent: nobody here can work"),
        ],
        Default = "normal",
        Listed = ["high", "urgent"],
    };

    public static readonly IReadOnlyList<TicketChoice> All = [Status, Priority];

    /// <summary>In the order of the list, where what stands first on a ticket's page stands last, beside the technician.</summary>
    public static readonly TicketChoice[] InList = [.. All.Reverse()];

    /// <summary>Those that the form for a new ticket asks for.</summary>
    public static IEnumerable<TicketChoice> Asked => All.Where(choice => choice.Question is not null);

    /// <summary>Those that the list can be narrowed by.</summary>
    public static IEnumerable<TicketChoice> Filters => All.Where(choice => choice.Filters.Count > 0);
}
