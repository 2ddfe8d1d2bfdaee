using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>Which event a change of a call's state is to others. Facts that come late, about what is already superseded, change no state and are none.</summary>
internal static class CallTransitions
{
    /// <param name="before">Null when nothing was known of the call.</param>
    /// <param name="after">As it is now.</param>
    public static TicketEventKind? Event(BookingState? before, BookingState after)
    {
        if (after.Status == before?.Status && after.HeadUid == before.HeadUid && after.Start == before.Start)
            return null;
        return after.Status switch
        {
            BookingStatus.Accepted or BookingStatus.InProgress => Agreed(before, after),
            BookingStatus.Cancelled or BookingStatus.Rejected when before?.Status is not (BookingStatus.Cancelled or BookingStatus.Rejected) => TicketEventKind.CallCancelled,
            // A no-show that was taken back has ended before, and was told so if the end came first.
            BookingStatus.Ended when before?.Status is not (BookingStatus.Ended or BookingStatus.NoShow) => TicketEventKind.CallEnded,
            BookingStatus.NoShow when before?.Status is not BookingStatus.NoShow => TicketEventKind.CallNoShow,
            _ => null,
        };
    }

    private static TicketEventKind? Agreed(BookingState? before, BookingState after) => before switch
    {
        null or { Status: BookingStatus.Pending or BookingStatus.PaymentPending } => TicketEventKind.CallBooked,
        _ when before.HeadUid != after.HeadUid || before.Start != after.Start => TicketEventKind.CallMoved,
        _ => null,
    };
}
