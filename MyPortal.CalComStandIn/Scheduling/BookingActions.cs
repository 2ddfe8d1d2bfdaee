using MyPortal.CalComStandIn.Webhooks;

namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>All that attendee and host can do to a booking. Each change is announced to the host's webhooks.</summary>
internal sealed class BookingActions(Bookings bookings, BookingAnnouncer announce)
{
    public Outcome Book(EventType eventType, Slot slot, BookingDetails details, bool anyTime, string origin)
    {
        var booking = bookings.TryBook(eventType, slot, details, anyTime);
        if (booking is null)
            return Outcome.Refused("This time has just been taken. Please choose another.");

        announce.Made(booking, origin);
        return Outcome.Done(booking);
    }

    public Outcome Reschedule(string uid, BookingMove move, bool anyTime, string origin) =>
        Announce(bookings.Reschedule(uid, move, anyTime), b => announce.Moved(b, move.Metadata, origin));

    public Outcome Cancel(string uid, Party by, string? reason, string origin) => Announce(
        bookings.Change(uid, b => b.TakesItsTime, "Only a booking that stands can be cancelled.", b => b with
        {
            Status = BookingStatus.Cancelled,
            Reason = reason,
            CancelledBy = b.EmailOf(by),
            ICalSequence = b.ICalSequence + 1,
        }),
        b => announce.Cancelled(b, origin));

    public Outcome AskToReschedule(string uid, string? reason, string origin) => Announce(
        bookings.Change(uid, b => b.TakesItsTime, "Another time can be asked for only while the booking stands.", b => b with
        {
            Status = BookingStatus.Cancelled,
            Reason = reason,
            CancelledBy = b.EmailOf(Party.Host),
            RequestReschedule = true,
            ICalSequence = b.ICalSequence + 1,
        }),
        b => announce.Cancelled(b, origin));

    public Outcome Confirm(string uid, string origin) => Announce(
        bookings.Change(uid, b => b.IsRequest, "Only a request that is paid, if it must be, can be confirmed.", b => b with
        {
            Status = BookingStatus.Accepted,
        }),
        b => announce.Confirmed(b, origin));

    public Outcome Reject(string uid, string? reason, string origin) => Announce(
        bookings.Change(uid, b => b.IsRequest, "Only a request can be rejected.", b => b with
        {
            Status = BookingStatus.Rejected,
            Reason = reason,
        }),
        b => announce.Rejected(b, origin));

    public Outcome Pay(string uid, string origin) => Announce(
        bookings.Change(uid, b => b.AwaitsPayment, "No payment is due.", b => b with
        {
            PaymentDue = false,
            Status = b.EventType.RequiresConfirmation ? BookingStatus.Pending : BookingStatus.Accepted,
        }),
        b => announce.Paid(b, origin));

    public Outcome SetNoShow(string uid, bool noShow) => Announce(
        bookings.Change(uid, b => b.IsAccepted, "Only to an accepted booking can somebody fail to come.", b => b with { NoShow = noShow }),
        announce.NoShow);

    public Outcome Start(string uid, string origin) => Announce(
        bookings.Change(uid, b => b.IsAccepted, "Only an accepted booking can begin.", b => b with { Started = true }),
        b => announce.Started(b, origin));

    public Outcome End(string uid, string origin) => Announce(
        bookings.Change(uid, b => b.IsAccepted, "Only an accepted booking can end.", b => b with { Started = true, Ended = true }),
        b => announce.Ended(b, origin));

    private static Outcome Announce(Outcome outcome, Action<Booking> announcement)
    {
        if (outcome.Booking is { } booking)
            announcement(booking);
        return outcome;
    }
}
