using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;

namespace MyPortal.TicketApi.Mail;

/// <summary>
/// Brings one notification to its end: at least once, and nearly always exactly once. It stays locked from the look at it until what became of
/// it is written, so two replicas never send the same mail. Only a crash between the server's "taken" and our note of it, which is the very
/// next thing, can repeat one, and then under the same Message-ID.
/// </summary>
[WolverineHandler]
public sealed class MailDelivery(
    TicketDbContext db, TicketOutbox outbox, MailWriter writer, MailSender sender, MailTelemetry telemetry, TimeProvider clock)
{
    private static readonly ActivitySource Source = new(TicketTelemetry.Name);
    private static readonly TimeSpan LockedRetryDelay = TimeSpan.FromSeconds(5);

    /// <summary>After this a mail is given up. Mail servers among themselves do the same.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(5);

    public async Task HandleAsync(SendMail message, CancellationToken cancellationToken)
    {
        var id = message.NotificationId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var notification = await db.Notifications
            .FromSql($"select * from notifications_sent where id = {id} and settled_at is null for update skip locked")
            .SingleOrDefaultAsync(cancellationToken);
        if (notification is null)
        {
            await LookAgainAsync(id, cancellationToken);
            return;
        }

        using var activity = Source.StartActivity("mail send");
        activity?.SetTag("mail.kind", SnakeCase.Name(notification.Kind));
        var outcome = await TryAsync(notification, cancellationToken);
        activity?.SetTag("mail.outcome", outcome);
        await outbox.SaveAsync(cancellationToken);
        telemetry.Attempted(notification.Kind, outcome);
        if (notification.Outcome is "sent")
            telemetry.Sent(notification.Kind, clock.GetUtcNow() - notification.At);
    }

    // Who has it locked is sending it, or has been cut off from the database, which may take long to notice: then nobody else has its message.
    private async Task LookAgainAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await db.Notifications.AnyAsync(one => one.Id == id && one.SettledAt == null, cancellationToken))
            return;
        await outbox.ScheduleAsync(new SendMail(id), clock.Now() + LockedRetryDelay);
        await outbox.SaveAsync(cancellationToken);
    }

    private async Task<string> TryAsync(Notification notification, CancellationToken cancellationToken)
    {
        var written = await writer.WriteAsync(notification, cancellationToken);
        var now = clock.Now();
        if (written.Mail is not { } mail)
        {
            notification.Settle(written.NotWanted!, now);
            return written.NotWanted!;
        }

        using (mail)
        {
            switch (await sender.SendAsync(mail, cancellationToken))
            {
                case MailOutcome.Sent:
                    notification.Settle("sent", clock.Now());
                    return "sent";
                case MailOutcome.Refused:
                    notification.Settle("refused", now);
                    return "refused";
                default:
                    return await TryLaterAsync(notification, now);
            }
        }
    }

    private async Task<string> TryLaterAsync(Notification notification, DateTimeOffset now)
    {
        notification.TriedInVain();
        if (now - notification.At > MaxAge)
        {
            notification.Settle("given_up", now);
            return "given_up";
        }
        await outbox.ScheduleAsync(new SendMail(notification.Id), now + Backoff.DoublingRetryDelay(notification.Attempts));
        return "retried";
    }
}
