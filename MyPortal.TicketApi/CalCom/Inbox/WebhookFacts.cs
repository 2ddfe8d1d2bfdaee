using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>From what a delivery says to the fact that it is.</summary>
internal static class WebhookFacts
{
    public const string Ping = "PING";

    // Clocks differ a little; a time far ahead is no time at which anything has happened.
    private static readonly TimeSpan MaximumLead = TimeSpan.FromMinutes(5);

    /// <summary>Null for triggers that the portal does not follow.</summary>
    public static BookingFactKind? Kind(string trigger) => trigger switch
    {
        "BOOKING_REQUESTED" => BookingFactKind.Requested,
        "BOOKING_CREATED" => BookingFactKind.Created,
        "BOOKING_RESCHEDULED" => BookingFactKind.Rescheduled,
        "BOOKING_CANCELLED" => BookingFactKind.Cancelled,
        "BOOKING_REJECTED" => BookingFactKind.Rejected,
        "BOOKING_PAYMENT_INITIATED" => BookingFactKind.PaymentInitiated,
        "BOOKING_PAID" => BookingFactKind.Paid,
        "BOOKING_NO_SHOW_UPDATED" => BookingFactKind.NoShow,
        "MEETING_STARTED" => BookingFactKind.MeetingStarted,
        "MEETING_ENDED" => BookingFactKind.MeetingEnded,
        _ => null,
    };

    /// <summary>Null when the delivery lacks what its kind must have: a uid, the start of a new booking, who did not come.</summary>
    public static KnownFact? Read(WebhookContent content, BookingFactKind kind, DateTimeOffset receivedAt)
    {
        var at = At(content, kind, receivedAt);
        var setsTime = kind is BookingFactKind.Requested or BookingFactKind.Created or BookingFactKind.Rescheduled;
        if (content.Uid is null || (setsTime && content.Start is null) || (kind is BookingFactKind.NoShow && content.NoShows.Count == 0))
            return null;
        // What a meeting's end says of its past, a booking has said before; the clock, which may say the same end, does not know it.
        var predecessor = kind is BookingFactKind.MeetingStarted or BookingFactKind.MeetingEnded or BookingFactKind.NoShow || content.RescheduleUid == content.Uid
            ? null
            : content.RescheduleUid;
        return new KnownFact
        {
            Uid = content.Uid,
            Kind = kind,
            Discriminator = Discriminator(content, kind, predecessor, at),
            At = at,
            Predecessor = predecessor,
            PredecessorStart = predecessor is null ? null : content.RescheduleStart,
            Start = content.Start,
            End = content.End,
            Accepted = kind is BookingFactKind.Created or BookingFactKind.Rescheduled or BookingFactKind.Paid && content.Status is not "PENDING",
            Title = content.Title,
            OrganizerName = content.OrganizerName,
            OrganizerEmail = content.OrganizerEmail,
            OrganizerTimeZone = content.OrganizerTimeZone,
            // A no-show lists whoever was marked, not who booked.
            AttendeeName = kind is BookingFactKind.NoShow ? null : content.AttendeeName,
            AttendeeEmail = kind is BookingFactKind.NoShow ? null : content.AttendeeEmail,
            AttendeeTimeZone = kind is BookingFactKind.NoShow ? null : content.AttendeeTimeZone,
            AttendeeEmails = kind is BookingFactKind.NoShow ? [] : content.AttendeeEmails,
            JoinUrl = content.JoinUrl,
            BookerUrl = content.BookerUrl,
            Reason = content.Reason,
            RequestsReschedule = kind is BookingFactKind.Cancelled && content.RequestReschedule,
            NoShows = kind is BookingFactKind.NoShow ? content.NoShows : [],
            Presumed = content.IsReconciled,
        };
    }

    private static string Discriminator(WebhookContent content, BookingFactKind kind, string? predecessor, DateTimeOffset at) => kind switch
    {
        BookingFactKind.Requested or BookingFactKind.Created or BookingFactKind.Rescheduled => $"{CallTimeline.Text(content.Start)} {predecessor}".TrimEnd(),
        BookingFactKind.Cancelled => $"{(content.RequestReschedule ? "move" : "off")} {predecessor}".TrimEnd(),
        // Marking and unmarking may repeat; each is a fact of its own.
        BookingFactKind.NoShow => StableId.Of(at.UtcTicks, string.Join('\n', content.NoShows)).ToString("N"),
        _ => predecessor ?? "",
    };

    private static DateTimeOffset At(WebhookContent content, BookingFactKind kind, DateTimeOffset receivedAt)
    {
        var said = content.CreatedAt ?? (kind switch
        {
            BookingFactKind.MeetingStarted => content.Start,
            BookingFactKind.MeetingEnded => content.End,
            _ => null,
        });
        return said is { } at && at <= receivedAt + MaximumLead ? at : receivedAt;
    }
}
