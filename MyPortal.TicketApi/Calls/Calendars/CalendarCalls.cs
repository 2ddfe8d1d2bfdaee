using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls.Calendars;

/// <summary>Shows a call to a reader's calendar: what <see cref="BookingCalls"/> lets them see, and no more.</summary>
internal sealed class CalendarCalls(BookingCalls calls, PortalLinks links)
{
    public CalendarCall Show(BookedCall booked, Caller reader)
    {
        var call = calls.Show(booked.Booking, reader, booked.Requester.Id, booked.AssigneeId);
        return new(call.Id, booked.Booking.Sequence, call.Start, call.End, StatusOf(call.Status), $"Call: #{booked.TicketNumber} {booked.Subject}",
            call.Organizer.Name, call.Attendee.Name, call.JoinUrl, links.Ticket(booked.TicketNumber), booked.Booking.UpdatedAt);
    }

    private static CalendarStatus StatusOf(BookingStatus status) => status switch
    {
        BookingStatus.Cancelled or BookingStatus.Rejected => CalendarStatus.Cancelled,
        BookingStatus.Pending or BookingStatus.PaymentPending or BookingStatus.RescheduleRequested => CalendarStatus.Tentative,
        _ => CalendarStatus.Confirmed,
    };
}
