using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>Which event a change of a call's state is to others. Facts that come late, about what is already superseded, change no state and are none.</summary>
internal static class CallTransitions
{
    /// <param name="before">Null when nothing was known of the call.</param>
    /// <param name="after">As it is now.</param>
    public static TicketEventKind? Event(CallState? before, CallState after)
    {
        if (after.Status == before?.Status && after.HeadUid == before.HeadUid && after.Start == before.Start)
            return null;
        return after.Status switch
        {
            CallStatus.Accepted or CallStatus.InProgress => Agreed(before, after),
            CallStatus.Cancelled or CallStatus.Rejected when before?.Status is not (CallStatus.Cancelled or CallStatus.Rejected) => TicketEventKind.CallCancelled,
            // A no-show that was taken back has ended before, and was told so if the end came first.
            CallStatus.Ended when before?.Status is not (CallStatus.Ended or CallStatus.NoShow) => TicketEventKind.CallEnded,
            CallStatus.NoShow when before?.Status is not CallStatus.NoShow => TicketEventKind.CallNoShow,
            _ => null,
        };
    }

    private static TicketEventKind? Agreed(CallState? before, CallState after) => before switch
    {
        null or { Status: CallStatus.Pending or CallStatus.PaymentPending } => TicketEventKind.CallBooked,
        _ when before.HeadUid != after.HeadUid || before.Start != after.Start => TicketEventKind.CallMoved,
        _ => null,
    };
}
