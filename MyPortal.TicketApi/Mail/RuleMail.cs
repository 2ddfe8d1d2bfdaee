using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Mail;

/// <summary>Messages of automation rules. The caller saves with its outbox; one message goes out once for each cause and recipient.</summary>
public sealed class RuleMail(TicketDbContext db, Notifier notifier, TimeProvider clock)
{
    /// <summary>Tells everybody who watches the ticket, as far as they may still read it.</summary>
    /// <param name="ticketId">The ticket that the mail is about and leads to.</param>
    /// <param name="causeId">The run of the action: the same id again sends nothing more.</param>
    /// <param name="subject">One line, at most <see cref="TextLimits.MaxSubjectLength"/> characters.</param>
    /// <param name="text">Plain text, at most <see cref="TextLimits.MaxTextLength"/> characters; must hold nothing that is for staff only.</param>
    public async Task TellWatchersAsync(Guid ticketId, Guid causeId, string subject, string text, CancellationToken cancellationToken)
    {
        var watchers = await db.Watchers.AsNoTracking().Where(watcher => watcher.TicketId == ticketId)
            .Select(watcher => watcher.PersonId).ToListAsync(cancellationToken);
        await notifier.AddAsync([.. watchers.Select(watcher => Message(ticketId, causeId, subject, text, watcher, null))], cancellationToken);
    }

    /// <summary>Tells an address that an administrator wrote into the rule. Nobody can unsubscribe it but they.</summary>
    public Task TellAddressAsync(Guid ticketId, Guid causeId, string address, string subject, string text, CancellationToken cancellationToken) =>
        notifier.AddAsync([Message(ticketId, causeId, subject, text, null, address)], cancellationToken);

    private Notification Message(Guid ticketId, Guid causeId, string subject, string text, Guid? personId, string? address) => new()
    {
        Id = Guid.CreateVersion7(clock.Now()),
        CauseId = causeId,
        Kind = NotificationKind.RuleMessage,
        TicketId = ticketId,
        PersonId = personId,
        Address = address,
        Subject = subject,
        Text = text,
        At = clock.Now(),
    };
}
