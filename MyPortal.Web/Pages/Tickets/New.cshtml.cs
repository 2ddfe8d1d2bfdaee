using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Tickets;

/// <summary>Opens a ticket for the signed-in person. TicketApi judges the fields; its messages stand beside them.</summary>
public sealed class NewModel(TicketClient tickets) : PageModel
{
    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Priority { get; set; }

    public void OnGet() => Priority = "normal";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var created = await this.AttemptAsync(
            tickets.CreateAsync(Subject, Description, Priority ?? "normal", cancellationToken),
            "The ticket could not be saved just now. Your text is still here: please send it again.");
        if (created.Value is { } ticket)
        {
            TempData.SetSavedDraft("new-ticket");
            return RedirectToPage("Detail", new { number = ticket.Number });
        }
        ModelState.AddRefusal(created.Refusal!);
        return Page();
    }
}
