using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Wording;

namespace MyPortal.Web.Pages.Tickets;

/// <summary>Opens a ticket for the signed-in person. TicketApi judges the fields; its messages stand beside them.</summary>
public sealed class NewModel(TicketClient tickets) : PageModel
{
    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>What was chosen in the form that was sent, or is chosen in a new one.</summary>
    public string Chosen(TicketChoice choice) =>
        Request.HasFormContentType && Request.Form[choice.Label] is [{ Length: > 0 } chosen, ..] ? chosen : choice.Default;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var created = await this.AttemptAsync(
            tickets.CreateAsync(Subject, Description, TicketChoices.Asked.ToDictionary(choice => choice.Name, Chosen), cancellationToken),
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
