using MyPortal.TicketApi.Calls.Schedule;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

/// <summary>What can set a rule off: every kind of ticket event.</summary>
internal static class Triggers
{
    public static bool IsAboutCall(TicketEventKind trigger) => trigger is
        TicketEventKind.CallBooked or TicketEventKind.CallMoved or TicketEventKind.CallCancelled
        or TicketEventKind.CallStartingSoon or TicketEventKind.CallEnded or TicketEventKind.CallNoShow;

    public static string Label(TicketEventKind trigger) => trigger switch
    {
        TicketEventKind.TicketCreated => "A ticket is opened",
        TicketEventKind.Replied => "Somebody replies or adds a note",
        TicketEventKind.Assigned => "The ticket is given to somebody, or to nobody",
        TicketEventKind.StatusChanged => "The status changes",
        TicketEventKind.CallBooked => "A call is booked",
        TicketEventKind.CallMoved => "A call is moved",
        TicketEventKind.CallCancelled => "A call is cancelled",
        TicketEventKind.CallStartingSoon => $"A call starts in {CallSchedule.SoonMinutes} minutes",
        TicketEventKind.CallEnded => "A call has ended",
        TicketEventKind.CallNoShow => "Somebody did not show up for a call",
        _ => SnakeCase.Name(trigger),
    };
}
