using Aspire.Hosting.ApplicationModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.Tests.Mail;

[Collection<BreakablePortal>]
public sealed class MailServerDownTests(BreakablePortal breakable)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_waits_for_the_server_and_then_arrives_once()
    {
        var portal = breakable.Portal;
        var commands = portal.App.Services.GetRequiredService<ResourceCommandService>();
        (await commands.ExecuteCommandAsync("mail", KnownResourceCommands.StopCommand, Stop)).Success.ShouldBeTrue();
        // The rest of the portal does not mind.
        await portal.WaitUntilHealthyAsync("ticketapi", Stop);
        await using var lab = await MailLab.StartAsync(portal);
        var (number, booking) = await BookAsync(lab);

        var e = await lab.RaiseAsync(TicketEventKind.CallBooked, booking);
        await TriedInVainAsync(lab, e.Id);
        (await commands.ExecuteCommandAsync("mail", KnownResourceCommands.StartCommand, Stop)).Success.ShouldBeTrue();
        await portal.WaitUntilHealthyAsync("mail", Stop);

        var mail = (await lab.Mailbox.AboutAsync(number, 1))[0];
        mail.To.Mailboxes.Single().Address.ShouldBe(Demo.Ada.Email);
        (await lab.OutcomesAsync(all => all.Where(one => one.CauseId == e.Id), 1))[Demo.Ada.Id].ShouldBe("sent");
        await lab.RaiseAsync(e);
        await lab.RaiseAsync(TicketEventKind.CallCancelled, booking);
        (await lab.Mailbox.AboutAsync(number, 2)).Count(other => other.MessageId == mail.MessageId).ShouldBe(1);
    }

    // Ticket 1001 of the demo data, which Ada and Nolan watch; here Ada alone.
    private static Task<(long, Call)> BookAsync(MailLab lab) => lab.ReadAsync(async db =>
    {
        const long number = 1001;
        var ticketId = await db.Tickets.Where(ticket => ticket.Number == number).Select(ticket => ticket.Id).SingleAsync(Stop);
        await db.Watchers.Where(watcher => watcher.TicketId == ticketId && watcher.PersonId != Demo.Ada.Id).ExecuteDeleteAsync(Stop);
        var start = DateTimeOffset.UtcNow.AddDays(1);
        var booking = new Call
        {
            Id = Guid.CreateVersion7(),
            TicketId = ticketId,
            TechnicianId = Demo.Tess.Id,
            Status = CallStatus.Accepted,
            HeadUid = "down",
            Start = start,
            End = start.AddMinutes(30),
            Details = new CallDetails
            {
                Title = "30 minutes",
                OrganizerName = Demo.Tess.Name,
                OrganizerEmail = Demo.Tess.Email,
                OrganizerTimeZone = "Europe/Berlin",
                AttendeeName = Demo.Casey.Name,
                AttendeeEmail = Demo.Casey.Email,
                AttendeeTimeZone = "Europe/Berlin",
            },
        };
        db.Calls.Add(booking);
        await db.SaveChangesAsync(Stop);
        return (number, booking);
    });

    private static Task<bool> TriedInVainAsync(MailLab lab, Guid cause) => Eventually.GetAsync(
        () => lab.ReadAsync(db => db.Notifications.AnyAsync(one => one.CauseId == cause && one.Attempts >= 2, Stop)), tried => tried);
}
