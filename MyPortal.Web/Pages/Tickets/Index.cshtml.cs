using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;
using MyPortal.Web.Wording;

namespace MyPortal.Web.Pages.Tickets;

/// <summary>The tickets that this reader may see, newest activity first, 25 a page.</summary>
public sealed class IndexModel(TicketClient tickets) : PageModel
{
    private static readonly (string Key, string Label) Mine = ("mine", "My tickets");

    public Reader Reader { get; private set; } = null!;

    public string View { get; private set; } = "";

    /// <summary>What the list is narrowed to, by field.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; private set; } = new Dictionary<string, string>();

    public TicketPage Tickets { get; private set; } = null!;

    public IReadOnlyList<(string Key, string Label)> Views =>
        Reader.IsStaff ? [("all", "All tickets"), ("assigned", "Assigned to me")]
        : Reader.SeesCompanyTickets ? [("company", Reader.CompanyName ?? "My company"), Mine]
        : [Mine];

    public async Task OnGetAsync(string? view, string? cursor, CancellationToken cancellationToken)
    {
        Reader = Reader.From(User);
        View = Views.Any(known => known.Key == view) ? view! : Views[0].Key;
        Chosen = TicketChoices.Filters.ToDictionary(choice => choice.Name, choice => KnownOrFirst(choice, Request.Query[choice.Name]));
        var assignedToMe = View == "assigned";
        Tickets = (await tickets.ListAsync(assignedToMe ? "all" : View, Chosen, assignedToMe, cursor, cancellationToken)).Required();
    }

    /// <summary>The same list in another view, narrowed otherwise, or further down.</summary>
    public string LinkTo(string? view = null, string? choice = null, string? value = null, string? cursor = null) =>
        "/tickets".With([
            ("view", view ?? View),
            .. Chosen.Select(chosen => (chosen.Key, chosen.Key == choice ? value : chosen.Value)),
            ("cursor", cursor)]);

    private static string KnownOrFirst(TicketChoice choice, string? key) =>
        choice.Filters.Any(known => known.Key == key) ? key! : choice.Filters[0].Key;
}
