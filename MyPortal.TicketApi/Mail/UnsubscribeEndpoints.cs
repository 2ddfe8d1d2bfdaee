using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Mail;

/// <summary>What an unsubscribe link is about.</summary>
/// <param name="TicketNumber">The ticket that the mail was about.</param>
/// <param name="Ends"><c>watching</c> of that ticket, or all <c>reminders</c>.</param>
public sealed record UnsubscribeOffer(long TicketNumber, UnsubscribeEnds Ends);

/// <summary>What somebody is about to end.</summary>
public enum UnsubscribeEnds
{
    Watching,
    Reminders,
}

/// <summary>For the links in mails: the token alone says who and what, so they work without signing in. Only Web calls this.</summary>
internal static class UnsubscribeEndpoints
{
    public static void MapUnsubscribe(this WebApplication app)
    {
        var unsubscribe = app.MapGroup("/unsubscribe/{token}").WithTags("Watchers").AllowAnonymous()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        unsubscribe.MapGet("/", ReadAsync).WithName("ReadUnsubscribe");
        unsubscribe.MapPost("/", EndAsync).WithName("Unsubscribe");
    }

    /// <summary>Say what an unsubscribe link would end. Ends nothing.</summary>
    /// <param name="token">The last part of the link.</param>
    /// <response code="404">The link is not one of ours, or the ticket is gone.</response>
    public static async Task<Results<Ok<UnsubscribeOffer>, NotFound>> ReadAsync(
        string token, UnsubscribeTokens tokens, TicketDbContext db, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } subscription)
            return TypedResults.NotFound();
        var number = await db.Tickets.Where(ticket => ticket.Id == subscription.TicketId)
            .Select(ticket => (long?)ticket.Number).SingleOrDefaultAsync(cancellationToken);
        return number is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(new UnsubscribeOffer(number.Value, subscription.Reminders ? UnsubscribeEnds.Reminders : UnsubscribeEnds.Watching));
    }

    /// <summary>End what the link is about. A second time changes nothing.</summary>
    /// <param name="token">The last part of the link.</param>
    /// <response code="204">It is ended.</response>
    /// <response code="404">The link is not one of ours.</response>
    public static async Task<Results<NoContent, NotFound>> EndAsync(
        string token, UnsubscribeTokens tokens, TicketDbContext db, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } subscription)
            return TypedResults.NotFound();
        if (subscription.Reminders)
        {
            await db.ReminderChoices.Where(choice => choice.PersonId == subscription.PersonId).ExecuteDeleteAsync(cancellationToken);
        }
        else
        {
            await db.Watchers.Where(watcher => watcher.TicketId == subscription.TicketId && watcher.PersonId == subscription.PersonId)
                .ExecuteDeleteAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }
}
