using System.Text.Json.Nodes;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>
/// Which event each change of a booking is, and which metadata goes along. Cal.com leaves it out of what the host confirms
/// (<c>handleConfirmation.ts</c>), cancels and rejects, and of payments.
/// </summary>
internal sealed class BookingAnnouncer(Publisher publisher, Switchboard switchboard)
{
    private static readonly Dictionary<string, string> None = [];

    public void Made(Booking booking, string origin) => Made(booking, Triggers.Created, booking.Metadata, origin);

    /// <param name="booking">The new booking.</param>
    /// <param name="linkMetadata">What the reschedule link carried.</param>
    /// <param name="origin">The stand-in's origin.</param>
    public void Moved(Booking booking, IReadOnlyDictionary<string, string> linkMetadata, string origin) => Made(
        booking, Triggers.Rescheduled, switchboard.For(booking.User).RescheduleLosesMetadata ? linkMetadata : booking.Metadata, origin);

    public void Confirmed(Booking booking, string origin) =>
        Publish(booking, Triggers.Created, BookingPayload.Accepted(booking, None, origin));

    public void Cancelled(Booking booking, string origin) =>
        Publish(booking, Triggers.Cancelled, BookingPayload.Cancelled(booking, origin));

    public void Rejected(Booking booking, string origin) =>
        Publish(booking, Triggers.Rejected, BookingPayload.Rejected(booking, origin));

    public void Paid(Booking booking, string origin) => Publish(booking, Triggers.Paid, BookingPayload.Paid(booking, origin));

    public void NoShow(Booking booking) => Publish(booking, Triggers.NoShowUpdated, NoShowPayload.Of(booking));

    public void Started(Booking booking, string origin) => Meeting(booking, Triggers.MeetingStarted, origin);

    public void Ended(Booking booking, string origin) => Meeting(booking, Triggers.MeetingEnded, origin);

    private void Made(Booking booking, string trigger, IReadOnlyDictionary<string, string> metadata, string origin)
    {
        if (booking.PaymentDue)
            Publish(booking, Triggers.PaymentInitiated, BookingPayload.PaymentDue(booking, metadata, origin));
        else if (booking.Status == BookingStatus.Pending)
            Publish(booking, Triggers.Requested, BookingPayload.Requested(booking, metadata, origin));
        else
            Publish(booking, trigger, BookingPayload.Accepted(booking, metadata, origin));
    }

    private void Meeting(Booking booking, string trigger, string origin)
    {
        var row = MeetingPayload.Of(booking, origin);
        if (switchboard.For(booking.User).MeetingShape == MeetingShape.Flat)
            publisher.PublishFlat(booking.User, trigger, booking.Uid, row);
        else
            publisher.Publish(booking.User, trigger, booking.Uid, row);
    }

    private void Publish(Booking booking, string trigger, JsonObject payload) =>
        publisher.Publish(booking.User, trigger, booking.Uid, payload);
}
