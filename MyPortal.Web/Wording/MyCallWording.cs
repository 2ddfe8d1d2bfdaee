using MyPortal.Web.Clients;

namespace MyPortal.Web.Wording;

/// <summary>How a call reads to the technician in whose calendar it is.</summary>
public static class MyCallWording
{
    public static string StateInWords(this TicketCall call) => call.Status switch
    {
        "pending" => "Waits for you to confirm it",
        "payment_pending" => "Payment due",
        "accepted" => "Booked",
        "reschedule_requested" => "You asked for another time",
        "cancelled" => "Cancelled",
        "rejected" => "Declined",
        "in_progress" => "Going on now",
        "ended" => "Over",
        "no_show" => "Not everybody came",
        _ => call.Status.InWords(),
    };

    /// <summary>The badge's colour: green for what is certain, amber for what somebody still has to do.</summary>
    public static string? Badge(this TicketCall call) => call.Status switch
    {
        "accepted" or "in_progress" => "badge-in_progress",
        "pending" or "payment_pending" or "reschedule_requested" or "no_show" => "badge-high",
        _ => null,
    };

    /// <summary>Whether it is worth joining: its time is certain, and it is not over.</summary>
    public static bool TakesPlace(this TicketCall call) => call.Status is "accepted" or "in_progress";

    /// <summary>Whom the technician meets: who booked, which may be a colleague of the ticket's requester.</summary>
    public static string Partner(this MyCall mine) => mine.Call.Attendee.Name is { Length: > 0 } name ? name : mine.Ticket.Requester.Name;

    public static string Length(this TicketCall call) => $"{Math.Round((call.End - call.Start).TotalMinutes)} minutes";
}
