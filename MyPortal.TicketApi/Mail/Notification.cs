using MyPortal.TicketApi.Infrastructure.Periodic;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Mail;

/// <summary>What a mail is about.</summary>
internal enum NotificationKind
{
    CallBooked,
    CallMoved,
    CallCancelled,
    CallReminder,

    /// <summary>The text of an automation rule.</summary>
    RuleMessage,
}

/// <summary>
/// One mail to one recipient: first intended, then settled. There is one at most for a cause and a recipient, so whatever happens
/// twice is told once.
/// </summary>
internal sealed class Notification
{
    /// <summary>
    /// Sent or not. They are also what keeps a mail from being sent again, so this is far longer than a message can be repeated or a mail wait
    /// for its server (<see cref="MailDelivery.MaxAge"/>).
    /// </summary>
    public static readonly Retention<Notification> Retention =
        new(TimeSpan.FromDays(90), (notifications, before) => notifications.Where(notification => notification.At < before));

    public Guid Id { get; init; }

    /// <summary>The event, reminder or run of a rule that led to it.</summary>
    public Guid CauseId { get; init; }

    public NotificationKind Kind { get; init; }
    public Guid TicketId { get; init; }
    public Ticket Ticket { get; init; } = null!;

    /// <summary>Whom it is for; null when a rule names an <see cref="Address"/> instead.</summary>
    public Guid? PersonId { get; init; }
    public Person? Person { get; init; }
    public string? Address { get; init; }

    /// <summary>The call as it was told to be; null for a rule's message.</summary>
    public Guid? CallId { get; init; }
    public DateTimeOffset? Start { get; init; }
    public DateTimeOffset? End { get; init; }
    public DateTimeOffset? PreviousStart { get; init; }
    public int Sequence { get; init; }

    /// <summary>What a rule's message is called; null for everything else, whose subject follows from the call.</summary>
    public string? Subject { get; init; }

    /// <summary>The reason that somebody gave, or a rule's message: plain text.</summary>
    public string? Text { get; init; }

    /// <summary>When the cause arose.</summary>
    public DateTimeOffset At { get; init; }

    public int Attempts { get; private set; }

    /// <summary>When it was sent or given up; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary><c>sent</c>, or why not.</summary>
    public string? Outcome { get; private set; }

    public void Settle(string outcome, DateTimeOffset now) => (Outcome, SettledAt) = (outcome, now);

    public void TriedInVain() => Attempts++;
}
