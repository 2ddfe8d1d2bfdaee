using System.Text;
using MimeKit;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Calendars;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Mail.Letters;

namespace MyPortal.TicketApi.Mail;

/// <summary>Makes a letter a MIME message: text and HTML side by side, the call as an attachment, and the headers that mail programs act on.</summary>
public sealed class MailComposer(PortalMailbox mailbox, CallCalendar calendar, LetterHtml html)
{
    internal async Task<MimeMessage> ComposeAsync(Notification notification, Letter letter, TicketInMail ticket, MailReader reader, Call? call)
    {
        var mail = new MimeMessage();
        mail.From.Add(mailbox.From);
        mail.To.Add(Mailboxes.Find(reader.Name, reader.Address)!);
        mail.Subject = letter.Subject;
        mail.Date = notification.At;
        Thread(mail, notification, ticket);
        SayWhatItIs(mail, letter);

        var body = new BodyBuilder { TextBody = LetterText.Render(letter), HtmlBody = await html.RenderAsync(letter) };
        if (call is not null)
            body.Attachments.Add(Attachment(notification, letter, ticket, call));
        mail.Body = body.ToMessageBody();
        return mail;
    }

    // All mails about a ticket hang together, and in them all about one call, though nobody has ever sent the ones that they answer to.
    // The id is always the same for one notification: should it be sent twice after a crash, mail programs see one mail.
    private void Thread(MimeMessage mail, Notification notification, TicketInMail ticket)
    {
        var domain = mailbox.Domain;
        mail.MessageId = $"notification.{notification.CauseId:n}.{notification.PersonId ?? notification.Id:n}@{domain}";
        var aboutTicket = $"ticket.{ticket.Id:n}@{domain}";
        mail.References.Add(aboutTicket);
        if (notification.CallId is { } call)
        {
            var aboutCall = $"call.{call:n}@{domain}";
            mail.References.Add(aboutCall);
            mail.InReplyTo = aboutCall;
        }
        else
        {
            mail.InReplyTo = aboutTicket;
        }
    }

    private static void SayWhatItIs(MimeMessage mail, Letter letter)
    {
        // RFC 3834: no out-of-office answers, please.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        if (letter.Stop is not { } stop)
            return;
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop.Url}>");
        // RFC 8058: one press in the mail program, without opening a page.
        mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private MimePart Attachment(Notification notification, Letter letter, TicketInMail ticket, Call call)
    {
        var cancelled = notification.Kind is NotificationKind.CallCancelled;
        var text = calendar.Publish(new CalendarCall(
            call.Id, notification.Sequence, notification.Start!.Value, notification.End!.Value, cancelled ? CalendarStatus.Cancelled : CalendarStatus.Confirmed,
            $"Call: #{ticket.Number} {ticket.Subject}", call.Details.OrganizerName, call.Details.AttendeeName, letter.JoinUrl, letter.TicketUrl, notification.At));
        var part = new MimePart("text", "calendar")
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(text))),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "call.ics" },
        };
        part.ContentType.Parameters.Add("method", CallCalendar.Method);
        part.ContentType.Parameters.Add("charset", "utf-8");
        part.ContentType.Name = "call.ics";
        return part;
    }
}
