using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.BookingCards;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

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

    public async Task OnGetAsync(long number, string? before, CancellationToken ct)
    {
        await LoadAsync(number, ct);
        if (before is not null)
        {
            var earlier = (await tickets.EarlierRepliesAsync(number, before, ct)).Required();
            (Conversation, EarlierReplies) = (ConversationItem.Merge(earlier.Items, []), earlier.EarlierReplies);
        }
    }

    public async Task<IActionResult> OnPostReplyAsync(long number, string? body, bool isInternal, CancellationToken ct)
    {
        try
        {
            var result = await tickets.ReplyAsync(number, body, isInternal, ct);
            if (result.Succeeded)
            {
                TempData.SetSavedDraft($"reply-{number}");
                return RedirectToPage(null, null, new { number }, "latest");
            }
            ReplyError = result.Refusal!.Errors.Values.FirstOrDefault()?[0] ?? result.Refusal.Detail;
            Response.StatusCode = (int)result.Refusal.Status;
        }
        catch (ApiUnavailableException)
        {
            ReplyError = "Your reply could not be saved just now. It is still here: please send it again.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        (ReplyText, ReplyIsInternal) = (body, isInternal);
        try
        {
            await LoadAsync(number, ct);
        }
        catch (ApiUnavailableException)
        {
            // Without its ticket the page is poor, but what the person wrote stands in the form again.
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        return Page();
    }

    public Task<IActionResult> OnPostAssignAsync(long number, Guid? userId, string version, CancellationToken ct) =>
        EditAsync(number, tickets.AssignAsync(number, userId, version, ct), ct);

    public Task<IActionResult> OnPostStatusAsync(long number, string? status, string version, CancellationToken ct) =>
        EditAsync(number, tickets.ChangeStatusAsync(number, status, version, ct), ct);

    public Task<IActionResult> OnPostPriorityAsync(long number, string? priority, string version, CancellationToken ct) =>
        EditAsync(number, tickets.ChangePriorityAsync(number, priority, version, ct), ct);

    public Task<IActionResult> OnPostWatchAsync(long number, bool watch, CancellationToken ct) =>
        EditAsync(number, watch ? tickets.WatchAsync(number, ct) : tickets.UnwatchAsync(number, ct), ct);

    public Task<IActionResult> OnPostAskToRebookAsync(long number, Guid callId, CancellationToken ct) =>
        EditAsync(number, tickets.AskToRebookAsync(number, callId, ct), ct);

    private async Task<IActionResult> EditAsync<T>(long number, Task<ApiResult<T>> edit, CancellationToken ct) where T : class
    {
        try
        {
            if ((await edit).Refusal is not { } refusal)
                return RedirectToPage(new { number });
            Notice = refusal.Status == HttpStatusCode.PreconditionFailed
                ? "Somebody else changed this ticket in the meantime, so your change was not made. This is how it stands now."
                : refusal.Errors.Values.FirstOrDefault()?[0] ?? refusal.Detail;
            Response.StatusCode = (int)refusal.Status;
        }
        catch (ApiUnavailableException)
        {
            Notice = "Your change could not be saved just now. Please try again in a minute.";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        await LoadAsync(number, ct);
        return Page();
    }

    private async Task LoadAsync(long number, CancellationToken ct)
    {
        (Number, Reader) = (number, Reader.From(User));
        var ticket = (await tickets.GetAsync(number, ct)).Required();
        var technicianList = ticket.May.Assign ? LoadTechniciansAsync(ct) : null;
        CallsAhead = [.. ticket.Calls.Where(call => call.IsAhead)];
        Card = await cards.LoadAsync(ticket, Reader, ct) with { IsAnother = CallsAhead.Count > 0 };
        if (technicianList is not null)
            Technicians = await technicianList;
        if (Card.Embed is { } embed)
            Security.PortalHeaders.AllowEmbed(HttpContext, embed);
        (Conversation, EarlierReplies) = (ConversationItem.Merge(ticket.Replies, ticket.Timeline), ticket.EarlierReplies);
        Ticket = ticket;
    }

    private async Task<IReadOnlyList<Technician>?> LoadTechniciansAsync(CancellationToken ct)
    {
        try
        {
            return (await technicians.AllAsync(ct)).Value;
        }
        catch (ApiUnavailableException)
        {
            return null;
        }
    }
}
