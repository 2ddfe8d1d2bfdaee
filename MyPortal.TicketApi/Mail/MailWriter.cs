using Microsoft.EntityFrameworkCore;
using MimeKit;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Mail.Letters;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Mail;

/// <summary>The mail, or in one word why nobody is to get it any more.</summary>
internal sealed record WrittenMail(MimeMessage? Mail, string? NotWanted)
{
    public static implicit operator WrittenMail(string notWanted) => new(null, notWanted);

    public static implicit operator WrittenMail(MimeMessage mail) => new(mail, null);
}

/// <summary>Makes a notification a mail, from what is known and allowed at the moment of sending.</summary>
public sealed class MailWriter(TicketDbContext db, LetterWriter letters, MailComposer composer, TimeProvider clock)
{
    internal async Task<WrittenMail> WriteAsync(Notification notification, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.AsNoTracking().Where(ticket => ticket.Id == notification.TicketId)
            .Select(ticket => new TicketInMail(ticket.Id, ticket.Number, ticket.Subject, ticket.RequesterId))
            .SingleAsync(cancellationToken);
        var call = notification.CallId is { } callId ? await db.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == callId, cancellationToken) : null;
        if (notification.CallId is not null && call is null)
            return "call_gone";
        if (notification.Kind is NotificationKind.CallReminder && !IsAhead(call!, notification))
            return "too_late";

        var reader = await ReaderAsync(notification, cancellationToken);
        if (Mailboxes.Find(reader.Name, reader.Address) is null)
            return "no_address";
        if (reader.Person is { } person && !await db.Tickets.VisibleTo(person.AsCaller()).AnyAsync(readable => readable.Id == ticket.Id, cancellationToken))
            return "may_not_read";
        if (reader.Person is not null && !Wants(notification, reader, ticket, call))
            return "unsubscribed";
        return await composer.ComposeAsync(notification, letters.Write(notification, ticket, reader, call), ticket, reader, call);
    }

    private bool IsAhead(Call call, Notification notification) =>
        call.TakesPlace && call.Start == notification.Start && call.Start > clock.GetUtcNow();

    private static bool Wants(Notification notification, MailReader reader, TicketInMail ticket, Call? call) =>
        notification.Kind is NotificationKind.CallReminder
            ? reader.WantsReminders && (reader.Watches || call!.IsOwn(reader, ticket))
            : reader.Watches;

    private async Task<MailReader> ReaderAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (notification.PersonId is not { } id)
            return new(null, "", notification.Address ?? "", Watches: false, WantsReminders: false);
        var person = await db.People.AsNoTracking().SingleAsync(person => person.Id == id, cancellationToken);
        var watches = await db.Watchers.AnyAsync(watcher => watcher.TicketId == notification.TicketId && watcher.PersonId == id, cancellationToken);
        var reminders = await db.ReminderChoices.AnyAsync(choice => choice.PersonId == id && choice.MinutesBefore.Length > 0, cancellationToken);
        return new(person, person.Name, person.Email, watches, reminders);
    }
}
