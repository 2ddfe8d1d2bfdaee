using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Mail;

/// <summary>Writes down what is to be told, once for each cause and recipient, and sends it on its way with the outbox.</summary>
public sealed class Notifier(TicketDbContext db, TicketOutbox outbox)
{
    /// <summary>
    /// Adds those that are not there yet; the caller saves with <see cref="TicketOutbox.SaveAsync"/>. All have the same cause.
    /// Somebody else adding the same at the same time makes the save fail, and the next attempt then finds them.
    /// </summary>
    internal async Task AddAsync(IReadOnlyList<Notification> notifications, CancellationToken cancellationToken)
    {
        if (notifications.Count == 0)
            return;
        var cause = notifications[0].CauseId;
        var known = await db.Notifications.AsNoTracking().Where(known => known.CauseId == cause)
            .Select(known => new { known.PersonId, known.Address }).ToListAsync(cancellationToken);
        foreach (var notification in notifications.Where(one => !known.Any(other => other.PersonId == one.PersonId && other.Address == one.Address)))
        {
            db.Notifications.Add(notification);
            await outbox.SendAsync(new SendMail(notification.Id));
        }
    }
}
