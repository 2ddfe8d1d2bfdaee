using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

namespace MyPortal.Web.Pages.Tickets;

/// <summary>The tickets that this reader may see, newest activity first, 25 a page.</summary>
public sealed class IndexModel(TicketClient tickets) : PageModel
{
    public static readonly IReadOnlyList<(string Key, string Label)> StatusTabs = [("open", "Open"), ("closed", "Resolved"), ("all", "All")];

    private static readonly (string Key, string Label) Mine = ("mine", "My tickets");

    public Reader Reader { get; private set; } = null!;

    public string View { get; private set; } = "";

    public string Status { get; private set; } = "";

    public TicketPage Tickets { get; private set; } = null!;

    public IReadOnlyList<(string Key, string Label)> Views =>
        Reader.IsStaff ? [("all", "All tickets"), ("assigned", "Assigned to me")]
        : Reader.SeesCompanyTickets ? [("company", Reader.CompanyName ?? "My company"), Mine]
        : [Mine];

    public async Task OnGetAsync(string? view, string? status, string? cursor, CancellationToken cancellationToken)
    {
        Reader = Reader.From(User);
        View = Views.Any(known => known.Key == view) ? view! : Views[0].Key;
        Status = StatusTabs.Any(known => known.Key == status) ? status! : "open";
        var assignedToMe = View == "assigned";
        Tickets = (await tickets.ListAsync(assignedToMe ? "all" : View, Status, assignedToMe, cursor, cancellationToken)).Required();
    }

    public string LinkTo(string view, string status, string? cursor = null) =>
        $"/tickets?view={view}&status={status}" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor));
}
