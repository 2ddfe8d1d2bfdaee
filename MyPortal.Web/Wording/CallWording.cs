using MyPortal.Web.Clients;

namespace MyPortal.Web.Wording;

/// <summary>How a call reads on a page.</summary>
public static class CallWording
{
    /// <summary>What is still open about a call that is ahead; null when nothing is.</summary>
    public static string? OpenPoint(this TicketCall call) => call.Status switch
    {
        "pending" => $"{call.Organizer.Name} still has to confirm this time.",
        "payment_pending" => "The payment is still due; until then the time is not certain.",
        "reschedule_requested" => $"{call.Organizer.Name} asked to choose another time.",
        "in_progress" => "The call is going on.",
        _ => null,
    };

    /// <summary>The heading of the card that shows a call which is ahead.</summary>
    public static string Heading(this TicketCall call) => call.Status switch
    {
        "pending" or "payment_pending" => "Requested call",
        "in_progress" => "Call in progress",
        _ => "Upcoming call",
    };
}
