using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Mail.Letters;

/// <summary>Puts a notification into words.</summary>
public sealed class LetterWriter(PortalLinks links, CallLinks callLinks, UnsubscribeTokens tokens, TimeProvider clock)
{
    private const int MaxSubjectLength = 250;

    internal Letter Write(Notification notification, TicketInMail ticket, MailReader reader, Call? call)
    {
        var name = $"#{ticket.Number} {ticket.Subject}";
        var (subject, heading, sentence) = call is null
            ? (notification.Subject ?? $"About #{ticket.Number}", notification.Subject ?? $"About #{ticket.Number}", null)
            : Words(notification, call, name);
        // A rule's mail says what the rule says, and nothing else of the ticket: its reader may be anybody.
        string[] paragraphs = sentence is null ? [notification.Text ?? ""] : [$"Hello {reader.Name},", sentence];
        return new Letter(
            subject.OneLine().ShortenTo(MaxSubjectLength), heading, paragraphs, call is null ? [] : Facts(notification, call),
            call is null || notification.Kind is NotificationKind.CallCancelled ? null : call.JoinUrlFor(reader, ticket, callLinks),
            links.Ticket(ticket.Number), $"Open ticket #{ticket.Number}", Why(notification, ticket, reader, call), Stop(notification, ticket, reader, call));
    }

    private (string Subject, string Heading, string Sentence) Words(Notification notification, Call call, string name)
    {
        var at = CallTimes.Short(notification.Start!.Value, call.Details.OrganizerTimeZone);
        return notification.Kind switch
        {
            NotificationKind.CallBooked => ($"Call booked: {at} · {name}", "A call has been booked", $"A call about {name} has been booked."),
            NotificationKind.CallMoved => ($"Call moved: {at} · {name}", "A call has been moved", $"The call about {name} has been moved to another time."),
            NotificationKind.CallCancelled => ($"Call cancelled: {at} · {name}", "A call has been cancelled", $"The call about {name} has been cancelled."),
            _ => ($"Call {Soon(notification, call)}: {at} · {name}", $"A call starts {Soon(notification, call)}", $"This is a reminder of the call about {name}."),
        };
    }

    private static List<(string, string)> Facts(Notification notification, Call call)
    {
        string?[] zones = [call.Details.OrganizerTimeZone, call.Details.AttendeeTimeZone];
        var facts = new List<(string, string)>
        {
            ("When", CallTimes.Span(notification.Start!.Value, notification.End!.Value, zones)),
            ("With", call.Details.AttendeeName.Length == 0 ? call.Details.OrganizerName : $"{call.Details.OrganizerName} and {call.Details.AttendeeName}"),
        };
        if (notification.PreviousStart is { } before)
            facts.Insert(1, ("Was", CallTimes.Span(before, before + (notification.End.Value - notification.Start.Value), zones)));
        if (notification.Text is { Length: > 0 } reason)
            facts.Add(("Reason", reason));
        return facts;
    }

    private string Soon(Notification notification, Call call) => CallTimes.FromNow(notification.Start!.Value, clock.GetUtcNow(), call.Details.OrganizerTimeZone);

    private static string Why(Notification notification, TicketInMail ticket, MailReader reader, Call? call) => (notification.Kind, reader.Person) switch
    {
        (_, null) => $"A rule of the help desk sends mail about ticket #{ticket.Number} to this address.",
        (NotificationKind.CallReminder, _) when call!.IsOwn(reader, ticket) =>
            "You asked to be reminded of your calls.",
        _ => $"You get this mail because you watch ticket #{ticket.Number}.",
    };

    private StopLink? Stop(Notification notification, TicketInMail ticket, MailReader reader, Call? call)
    {
        if (reader.Person is not { } person)
            return null;
        // Whoever takes part is reminded whether or not they watch, so what they stop is reminders.
        return notification.Kind is NotificationKind.CallReminder && call!.IsOwn(reader, ticket)
            ? new("Send me no more reminders", links.Unsubscribe(tokens.Create(new(person.Id, ticket.Id, Reminders: true))))
            : new($"Stop mail about ticket #{ticket.Number}", links.Unsubscribe(tokens.Create(new(person.Id, ticket.Id, Reminders: false))));
    }
}
