using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Mail;

namespace MyPortal.Tests.Mail;

/// <summary>What becomes of a mail when processes die.</summary>
public sealed class MailDeliveryTests(PortalFixture portal, SharedMailLab shared) : IClassFixture<SharedMailLab>
{
    private readonly MailLab _lab = shared.Lab;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_somebody_dies_over_is_sent_by_who_found_it_taken()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        var booking = await portal.AddCallAsync(number, TimeSpan.FromDays(3));
        await using var dying = await portal.TicketDbAsync();
        var notification = new Notification
        {
            Id = Guid.CreateVersion7(),
            CauseId = Guid.NewGuid(),
            Kind = NotificationKind.CallBooked,
            TicketId = booking.TicketId,
            PersonId = Demo.Robin.Id,
            CallId = booking.Id,
            Start = booking.Start,
            End = booking.End,
            At = DateTimeOffset.UtcNow,
        };
        dying.Notifications.Add(notification);
        await dying.SaveChangesAsync(Stop);

        // A replica that is cut off or has died may hold its lock for long; its message is given to another one meanwhile.
        await using (var sending = await dying.Database.BeginTransactionAsync(Stop))
        {
            await dying.Database.ExecuteSqlAsync($"select 1 from notifications_sent where id = {notification.Id} for update", Stop);
            await _lab.DeliverAsync(notification.Id);
            await sending.RollbackAsync(Stop);
        }

        (await _lab.Mailbox.AboutAsync(number, 1))[0].MessageId.ShouldStartWith($"notification.{notification.CauseId:n}.");
    }
}
