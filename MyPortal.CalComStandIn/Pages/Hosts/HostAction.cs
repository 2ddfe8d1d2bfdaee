using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Pages.Hosts;

internal delegate Outcome BookingDeed(BookingActions actions, string uid, string? reason, string origin);

/// <summary>A button of the host's list.</summary>
/// <param name="Name">What the form sends.</param>
/// <param name="Label">On the button.</param>
/// <param name="Done">What the page says afterwards.</param>
/// <param name="Offered">Whether it makes sense for a booking.</param>
/// <param name="Do">Does it.</param>
/// <param name="Reason">The label of the reason that it asks for, if it does.</param>
internal sealed record HostAction(
    string Name, string Label, string Done, Func<Booking, bool> Offered, BookingDeed Do, string? Reason = null)
{
    public static readonly IReadOnlyList<HostAction> All =
    [
        new("confirm", "Confirm", "The booking is confirmed.", b => b.IsRequest, (a, uid, _, origin) => a.Confirm(uid, origin)),
        new("pay", "Mark as paid", "The payment is in.", b => b.AwaitsPayment, (a, uid, _, origin) => a.Pay(uid, origin)),
        new("start-meeting", "Start meeting", "The meeting has started.", b => b.IsAccepted && !b.Started, (a, uid, _, origin) => a.Start(uid, origin)),
        new("end-meeting", "End meeting", "The meeting has ended.", b => b.IsAccepted && !b.Ended, (a, uid, _, origin) => a.End(uid, origin)),
        new("no-show", "Mark as no-show", "The attendee did not come.", b => b.IsAccepted && !b.NoShow, (a, uid, _, _) => a.SetNoShow(uid, true)),
        new("show", "Unmark no-show", "The attendee came after all.", b => b.IsAccepted && b.NoShow, (a, uid, _, _) => a.SetNoShow(uid, false)),
        new("cancel", "Cancel", "The booking is cancelled.", b => b.TakesItsTime, (a, uid, reason, origin) => a.Cancel(uid, Party.Host, reason, origin), "Reason for cancelling"),
        new("ask-to-reschedule", "Ask to reschedule", "The attendee is asked for another time.", b => b.TakesItsTime, (a, uid, reason, origin) => a.AskToReschedule(uid, reason, origin), "Reason for asking"),
        new("reject", "Reject", "The request is rejected.", b => b.IsRequest, (a, uid, reason, origin) => a.Reject(uid, reason, origin), "Reason for rejecting"),
    ];

    public static IEnumerable<HostAction> For(Booking booking) => All.Where(action => action.Offered(booking));

    public static HostAction? Find(string? name) => All.FirstOrDefault(action => action.Name == name);
}
