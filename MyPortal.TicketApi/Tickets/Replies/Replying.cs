using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets.Replies;

/// <summary>The one way to reply, whoever does it: a person, the portal in a person's name, or a rule.</summary>
public sealed class Replying(TicketDbContext db, PeopleDirectory people, TimeProvider clock)
{
    /// <summary>
    /// Adds a reply under the ticket's lock, in the transaction that runs or in one that begins here; <see cref="TicketOutbox.SaveAsync"/> saves
    /// it. Whether the author may is for the caller to know.
    /// </summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="author">Who writes it.</param>
    /// <param name="body">Plain text, 1 to <see cref="TextLimits.MaxTextLength"/> characters.</param>
    /// <param name="isInternal">For staff only.</param>
    /// <param name="causedByRules">Automation rules that led to it, first cause first.</param>
    /// <param name="cancellationToken">Ends the wait for the lock, too.</param>
    /// <returns>Null when the ticket is closed, and takes no more replies, or gone.</returns>
    internal async Task<Reply?> AddAsync(
        Guid ticketId, Caller author, string body, bool isInternal, IReadOnlyList<Guid> causedByRules, CancellationToken cancellationToken)
    {
        var begins = db.Database.CurrentTransaction is null;
        if (begins)
        {
            await people.RememberAsync(author, cancellationToken);
            await db.Database.BeginTransactionAsync(cancellationToken);
        }
        if (await db.LockedAsync(ticketId, cancellationToken) is not { Status: not TicketStatus.Closed } ticket)
        {
            if (begins)
                await db.Database.RollbackTransactionAsync(cancellationToken);
            return null;
        }
        // All replies of rules have one author: whoever waits for a ticket must not hold that row meanwhile.
        if (!begins)
            await people.RememberAsync(author, cancellationToken);
        return ticket.Reply(body, isInternal, author, new Change(author.Id, clock.Now(), causedByRules));
    }
}
