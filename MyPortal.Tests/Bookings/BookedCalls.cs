using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.Tests.Bookings;

/// <summary>Calls put straight into the database, for tests of what is read from there.</summary>
internal static class OwnCalls
{
    /// <summary>A call of Robin's with Tess, of half an hour, that starts so long from now.</summary>
    public static async Task<Call> AddCallAsync(
        this PortalFixture portal, long ticketNumber, TimeSpan fromNow, CallStatus status = CallStatus.Accepted)
    {
        await using var db = await portal.TicketDbAsync();
        // As exact as the database keeps it, so that what is returned is what is stored.
        var now = TimeProvider.System.Now();
        var booking = new Call
        {
            Id = Guid.CreateVersion7(now),
            TicketId = await db.Tickets.Where(ticket => ticket.Number == ticketNumber)
                .Select(ticket => ticket.Id).SingleAsync(TestContext.Current.CancellationToken),
            TechnicianId = Demo.Tess.Id,
            Status = status,
            HeadUid = Guid.NewGuid().ToString("n"),
            Start = now + fromNow,
            End = now + fromNow + TimeSpan.FromMinutes(30),
            Details = new CallDetails
            {
                Title = "30 minutes",
                OrganizerName = Demo.Tess.Name,
                OrganizerEmail = Demo.Tess.Email,
                OrganizerTimeZone = "Europe/Berlin",
                AttendeeName = Demo.Robin.Name,
                AttendeeEmail = Demo.Robin.Email,
                AttendeeTimeZone = "Europe/Lisbon",
                AttendeeEmails = [Demo.Robin.Email],
                JoinUrl = "https://video.example/room",
                BookerUrl = "https://cal.example",
            },
            BookedAt = now,
            UpdatedAt = now,
        };
        db.Calls.Add(booking);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return booking;
    }
}
