using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Mail;

/// <summary>Reads the calls that mails are about.</summary>
public sealed class CallsInMail(TicketDbContext db, CallLinks links)
{
    /// <summary>The call as it is now; null when it is gone.</summary>
    internal async Task<CallInMail?> FindAsync(Guid callId, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == callId, cancellationToken);
        return call is null ? null : new CallInMail(
            call.Id, call.TicketId, call.Start, call.End, call.Sequence, call.Status is CallStatus.Accepted,
            call.Details.OrganizerName, call.Details.OrganizerTimeZone, call.TechnicianId, call.Details.OrganizerEmail,
            call.Details.AttendeeName, call.Details.AttendeeTimeZone, [call.Details.AttendeeEmail, .. call.Details.AttendeeEmails], links.Join(call));
    }
}
