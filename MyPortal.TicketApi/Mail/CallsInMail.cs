using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Mail;

/// <summary>Reads the calls that mails are about.</summary>
internal sealed class CallsInMail(TicketDbContext db, CallLinks links)
{
    /// <summary>The call as it is now; null when it is gone.</summary>
    public async Task<CallInMail?> FindAsync(Guid bookingId, CancellationToken cancellationToken)
    {
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.Id == bookingId, cancellationToken);
        return booking is null ? null : new CallInMail(
            booking.Id, booking.TicketId, booking.Start, booking.End, booking.Sequence, booking.Status is BookingStatus.Accepted,
            booking.OrganizerName, booking.OrganizerTimeZone, booking.TechnicianId, booking.OrganizerEmail,
            booking.AttendeeName, booking.AttendeeTimeZone, [booking.AttendeeEmail, .. booking.AttendeeEmails], links.Join(booking));
    }
}
