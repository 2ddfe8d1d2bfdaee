using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.TicketApi.CalCom.Reconciliation;

/// <summary>An event that Cal.com must have told of and that we do not know.</summary>
/// <param name="Trigger">Cal.com's name of it.</param>
/// <param name="At">When it happened, as far as a booking shows that.</param>
internal sealed record MissedEvent(string Trigger, DateTimeOffset At);

/// <summary>
/// Compares a booking as Cal.com shows it with what we know of it. Cal.com shows how it stands, not what happened. A host's request to choose
/// another time looks like a cancellation: Cal.com notes it (<c>rescheduled</c>), but API v2 shows no more than status, reason and who cancelled,
/// which a host's cancellation has too, and a successor once there is one. What began, ended or was paid is not shown at all.
/// </summary>
internal static class BookingDrift
{
    /// <param name="known">The facts of the call that the booking belongs to; none when it is not known.</param>
    /// <param name="readAt">When Cal.com was asked.</param>
    public static IEnumerable<MissedEvent> Find(CalComBooking booking, IEnumerable<CallFact> known, DateTimeOffset readAt)
    {
        var facts = known.Where(fact => fact.Uid == booking.Uid).ToList();
        var made = booking.CreatedAt ?? booking.UpdatedAt ?? booking.Start;
        var changed = booking.UpdatedAt ?? made;
        var hasTime = facts.Any(fact => fact.SetsTime);
        var booked = booking.RescheduledFromUid is null ? CalComTriggers.Created : CalComTriggers.Rescheduled;

        // What ended it comes first: nobody need hear of a call that was booked when it is off already.
        if (Ending(booking, facts) is { } ending)
            yield return new MissedEvent(ending, changed);
        switch (booking.Status)
        {
            case "pending" when !hasTime && !Has(facts, CallFactKind.PaymentInitiated):
            case "rejected" when !hasTime:
                yield return new MissedEvent(CalComTriggers.Requested, made);
                break;
            case "accepted" when hasTime && !facts.Any(fact => fact.Accepted):
                yield return new MissedEvent(CalComTriggers.Created, changed);
                break;
            case "accepted" or "cancelled" when !hasTime:
                yield return new MissedEvent(booked, made);
                break;
        }
        // Nothing shows when somebody was marked: then and there it was so. A later word may be just what makes the difference.
        if (booking.RescheduledToUid is null && AbsenceDiffers(booking, facts) && !facts.Any(fact => fact.Kind is CallFactKind.NoShow && fact.At >= readAt))
            yield return new MissedEvent(CalComTriggers.NoShowUpdated, readAt);
    }

    private static string? Ending(CalComBooking booking, List<CallFact> facts) => booking switch
    {
        { Status: "cancelled", RescheduledToUid: null } when !Has(facts, CallFactKind.Cancelled) => CalComTriggers.Cancelled,
        { Status: "rejected" } when !Has(facts, CallFactKind.Rejected) => CalComTriggers.Rejected,
        _ => null,
    };

    private static bool AbsenceDiffers(CalComBooking booking, List<CallFact> facts) =>
        (booking.Attendees ?? []).Any(attendee =>
            attendee is { Email: { } email, Absent: { } absent } && NoShows.Stands(facts, email) != absent);

    private static bool Has(List<CallFact> facts, CallFactKind kind) => facts.Any(fact => fact.Kind == kind);
}
