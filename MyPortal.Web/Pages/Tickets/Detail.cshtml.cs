using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.BookingCards;
using MyPortal.Web.Clients;
using MyPortal.Web.Security;
using MyPortal.Web.Session;
using MyPortal.Web.Wording;

namespace MyPortal.Web.Pages.Tickets;

/// <summary>One ticket: details and booking card on the left, the conversation, and what this reader may do.</summary>
public sealed class DetailModel(TicketClient tickets, TechnicianClient technicians, BookingCardLoader cards) : PageModel
{
    /// <summary>As the address says; the ticket itself may be out of reach.</summary>
    public long Number { get; private set; }

    /// <summary>Null only in the answer to a reply that could not be sent: that page can do without.</summary>
    public TicketDetail? Ticket { get; private set; }

    public Reader Reader { get; private set; } = null!;

    public BookingCard Card { get; private set; } = null!;

    /// <summary>Calls that are still to come or going on, soonest first.</summary>
    public IReadOnlyList<TicketCall> CallsAhead { get; private set; } = [];

    /// <summary>Whom the reader may assign; null when ProfileApi could not be asked in time.</summary>
    public IReadOnlyList<Technician>? Technicians { get; private set; } = [];

    public IReadOnlyList<ConversationItem> Conversation { get; private set; } = [];

    /// <summary>Where still earlier replies are, if there are any.</summary>
    public string? EarlierReplies { get; private set; }

    /// <summary>What the person has to know before anything else on this page.</summary>
    public string? Notice { get; private set; }

    public string? ReplyText { get; private set; }

    public bool ReplyIsInternal { get; private set; }

    public string? ReplyError { get; private set; }

    /// <summary>TicketApi decides; while it cannot be asked, staff keep the choice that they had made.</summary>
    public bool OffersInternalNote => Ticket?.May.AddInternalNote ?? Reader.IsStaff;

    public async Task OnGetAsync(long number, string? before, CancellationToken cancellationToken)
    {
        await LoadAsync(number, cancellationToken);
        if (before is not null)
        {
            var earlier = (await tickets.EarlierRepliesAsync(number, before, cancellationToken)).Required();
            (Conversation, EarlierReplies) = (ConversationItem.Merge(earlier.Items, []), earlier.EarlierReplies);
        }
    }

    public async Task<IActionResult> OnPostReplyAsync(long number, string? body, bool isInternal, CancellationToken cancellationToken)
    {
        var sent = await this.AttemptAsync(
            tickets.ReplyAsync(number, body, isInternal, cancellationToken),
            "Your reply could not be saved just now. It is still here: please send it again.");
        if (sent.Succeeded)
        {
            TempData.SetSavedDraft($"reply-{number}");
            return RedirectToPage(null, null, new { number }, "latest");
        }
        ReplyError = sent.Refusal?.Sentence;
        (ReplyText, ReplyIsInternal) = (body, isInternal);
        try
        {
            await LoadAsync(number, cancellationToken);
        }
        catch (ApiUnavailableException)
        {
            // Without its ticket the page is poor, but what the person wrote stands in the form again.
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return Page();
    }

    public Task<IActionResult> OnPostAssignAsync(long number, Guid? userId, string version, CancellationToken cancellationToken) =>
        EditAsync(number, tickets.AssignAsync(number, userId, version, cancellationToken), cancellationToken);

    /// <summary>Changes one of the ticket's choices: this one takes what no other handler is named for, and <paramref name="handler"/> is the choice.</summary>
    public async Task<IActionResult> OnPostAsync(long number, string? handler, string version, CancellationToken cancellationToken) =>
        TicketChoices.All.FirstOrDefault(choice => choice.Label == handler) is { } choice
            ? await EditAsync(number, tickets.ChangeAsync(number, choice.Name, Request.Form[choice.Name], version, cancellationToken), cancellationToken)
            : NotFound();

    public Task<IActionResult> OnPostWatchAsync(long number, bool watch, CancellationToken cancellationToken) =>
        EditAsync(number, watch ? tickets.WatchAsync(number, cancellationToken) : tickets.UnwatchAsync(number, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAskToRebookAsync(long number, Guid callId, CancellationToken cancellationToken) =>
        EditAsync(number, tickets.AskToRebookAsync(number, callId, cancellationToken), cancellationToken);

    private async Task<IActionResult> EditAsync<T>(long number, Task<ApiResult<T>> edit, CancellationToken cancellationToken) where T : class
    {
        var edited = await this.AttemptAsync(edit, "Your change could not be saved just now. Please try again in a minute.");
        if (edited.Refusal is not { } refusal)
            return RedirectToPage(new { number });
        Notice = refusal.Status == HttpStatusCode.PreconditionFailed
            ? "Somebody else changed this ticket in the meantime, so your change was not made. This is how it stands now."
            : refusal.Sentence;
        await LoadAsync(number, cancellationToken);
        return Page();
    }

    private async Task LoadAsync(long number, CancellationToken cancellationToken)
    {
        (Number, Reader) = (number, Reader.From(User));
        var ticket = (await tickets.GetAsync(number, cancellationToken)).Required();
        var technicianList = ticket.May.Assign ? technicians.AllIfInTimeAsync(cancellationToken) : null;
        CallsAhead = [.. ticket.Calls.Where(call => call.IsAhead)];
        Card = await cards.LoadAsync(ticket, Reader, cancellationToken) with { IsAnother = CallsAhead.Count > 0 };
        if (technicianList is not null)
            Technicians = await technicianList;
        if (Card.Embed is { } embed)
            HttpContext.AllowEmbed(embed);
        (Conversation, EarlierReplies) = (ConversationItem.Merge(ticket.Replies, ticket.Timeline), ticket.EarlierReplies);
        Ticket = ticket;
    }
}
