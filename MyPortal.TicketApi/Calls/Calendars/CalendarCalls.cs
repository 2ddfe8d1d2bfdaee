using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls.Calendars;

/// <summary>Shows a call to a reader's calendar: what <see cref="CallItems"/> lets them see, and no more.</summary>
internal sealed class CalendarCalls(CallItems calls, PortalLinks links)
{
    public CalendarCall Show(CallOnTicket booked, Caller reader)
    {
        var call = calls.Show(booked.Call, reader, booked.Requester.Id, booked.AssigneeId);
        return new(call.Id, booked.Call.Sequence, call.Start, call.End, StatusOf(call.Status), $"Call: #{booked.TicketNumber} {booked.Subject}",
            call.Organizer.Name, call.Attendee.Name, call.JoinUrl, links.Ticket(booked.TicketNumber), booked.Call.UpdatedAt);
    }

    private static CalendarStatus StatusOf(CallStatus status) => status switch
    {
        CallStatus.Cancelled or CallStatus.Rejected => CalendarStatus.Cancelled,
        CallStatus.Pending or CallStatus.PaymentPending or CallStatus.RescheduleRequested => CalendarStatus.Tentative,
        _ => CalendarStatus.Confirmed,
    };
}
