using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>From what a delivery says to the fact that it is.</summary>
internal static class DeliveryFacts
{
    public const string Ping = "PING";

    // Clocks differ a little; a time far ahead is no time at which anything has happened.
    private static readonly TimeSpan MaxLead = TimeSpan.FromMinutes(5);

    /// <summary>Null for triggers that the portal does not follow.</summary>
    public static CallFactKind? Kind(string trigger) => trigger switch
    {
        "BOOKING_REQUESTED" => CallFactKind.Requested,
        "BOOKING_CREATED" => CallFactKind.Created,
        "BOOKING_RESCHEDULED" => CallFactKind.Rescheduled,
        "BOOKING_CANCELLED" => CallFactKind.Cancelled,
        "BOOKING_REJECTED" => CallFactKind.Rejected,
        "BOOKING_PAYMENT_INITIATED" => CallFactKind.PaymentInitiated,
        "BOOKING_PAID" => CallFactKind.Paid,
        "BOOKING_NO_SHOW_UPDATED" => CallFactKind.NoShow,
        "MEETING_STARTED" => CallFactKind.MeetingStarted,
        "MEETING_ENDED" => CallFactKind.MeetingEnded,
        _ => null,
    };

    /// <summary>Null when the delivery lacks what its kind must have: a uid, the start of a new booking, who did not come.</summary>
    public static CallFact? Read(DeliveryContent content, CallFactKind kind, DateTimeOffset receivedAt)
    {
        var at = At(content, kind, receivedAt);
        var setsTime = kind is CallFactKind.Requested or CallFactKind.Created or CallFactKind.Rescheduled;
        if (content.Uid is null || (setsTime && content.Start is null) || (kind is CallFactKind.NoShow && content.NoShows.Count == 0))
            return null;
        // What a meeting's end says of its past, a booking has said before; the clock, which may say the same end, does not know it.
        var predecessor = kind is CallFactKind.MeetingStarted or CallFactKind.MeetingEnded or CallFactKind.NoShow || content.RescheduleUid == content.Uid
            ? null
            : content.RescheduleUid;
        return new CallFact
        {
            Uid = content.Uid,
            Kind = kind,
            Discriminator = Discriminator(content, kind, predecessor, at),
            At = at,
            Predecessor = predecessor,
            PredecessorStart = predecessor is null ? null : content.RescheduleStart,
            Start = content.Start,
            End = content.End,
            Accepted = kind is CallFactKind.Created or CallFactKind.Rescheduled or CallFactKind.Paid && content.Status is not "PENDING",
            // A no-show lists whoever was marked, not who booked.
            Says = kind is CallFactKind.NoShow ? content.Says with { AttendeeName = "", AttendeeEmail = "", AttendeeTimeZone = "", AttendeeEmails = [] } : content.Says,
            Reason = content.Reason,
            RequestsReschedule = kind is CallFactKind.Cancelled && content.RequestReschedule,
            NoShows = kind is CallFactKind.NoShow ? content.NoShows : [],
            Presumed = content.IsReconciled,
        };
    }

    private static string Discriminator(DeliveryContent content, CallFactKind kind, string? predecessor, DateTimeOffset at) => kind switch
    {
        CallFactKind.Requested or CallFactKind.Created or CallFactKind.Rescheduled => $"{CallTimeline.Text(content.Start)} {predecessor}".TrimEnd(),
        CallFactKind.Cancelled => $"{(content.RequestReschedule ? "move" : "off")} {predecessor}".TrimEnd(),
        // Marking and unmarking may repeat; each is a fact of its own.
        CallFactKind.NoShow => StableId.Of(at.UtcTicks, string.Join('\n', content.NoShows)).ToString("N"),
        _ => predecessor ?? "",
    };

    private static DateTimeOffset At(DeliveryContent content, CallFactKind kind, DateTimeOffset receivedAt)
    {
        var said = content.CreatedAt ?? (kind switch
        {
            CallFactKind.MeetingStarted => content.Start,
            CallFactKind.MeetingEnded => content.End,
            _ => null,
        });
        return said is { } at && at <= receivedAt + MaxLead ? at : receivedAt;
    }
}
