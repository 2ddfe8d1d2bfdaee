using System.Globalization;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Pages;

internal static class BookingWords
{
    public static string When(this Booking booking) => string.Create(
        CultureInfo.InvariantCulture, $"{booking.Start.UtcDateTime:dddd d MMMM yyyy, HH:mm}–{booking.End.UtcDateTime:HH:mm} UTC");

    /// <summary>What state it is in.</summary>
    public static string State(this Booking booking) => booking switch
    {
        { RescheduledTo: not null } => "Moved to another time",
        { RequestReschedule: true } => "Cancelled: the host asks for another time",
        { Status: BookingStatus.Cancelled } => "Cancelled",
        { Status: BookingStatus.Rejected } => "Rejected",
        { PaymentDue: true } => "Payment due",
        { Status: BookingStatus.Pending } => "Waits for confirmation",
        { NoShow: true } => "Nobody came",
        { Ended: true } => "Ended",
        { Started: true } => "Under way",
        _ => "Accepted",
    };
}
