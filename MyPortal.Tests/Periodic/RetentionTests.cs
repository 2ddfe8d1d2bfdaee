using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.Tests.Periodic;

/// <summary>What would grow for ever goes in its time. Deliveries have their test with the inbox.</summary>
public sealed class RetentionTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_and_runs_of_rules_are_gone_after_90_days_and_not_before()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        await using var db = await portal.TicketDbAsync();
        var ticketId = await db.Tickets.Where(ticket => ticket.Number == number).Select(ticket => ticket.Id).SingleAsync(Stop);
        var now = DateTimeOffset.UtcNow;
        var mails = Add(db, now, at => new Notification { Id = Guid.CreateVersion7(), CauseId = Guid.NewGuid(), Kind = NotificationKind.RuleMessage, TicketId = ticketId, Address = "a@x.example", Subject = "S", Text = "T", At = at });
        var runs = Add(db, now, at => new AutomationRun
        {
            Id = Guid.CreateVersion7(),
            RuleId = Guid.NewGuid(),
            RuleName = "Old",
            EventId = Guid.NewGuid(),
            Trigger = TicketEventKind.TicketCreated,
            TicketId = ticketId,
            At = at,
            Outcome = RunOutcome.NotMet,
            Event = new TicketEvent(Guid.NewGuid(), TicketEventKind.TicketCreated, ticketId, at, null, null, []),
            Explanation = [],
        });
        await db.SaveChangesAsync(Stop);

        await Notification.Retention.DeleteOldAsync(db, now, Stop);
        await AutomationRun.Retention.DeleteOldAsync(db, now, Stop);

        (await db.Notifications.Where(mail => mails.Select(one => one.Id).Contains(mail.Id)).Select(mail => mail.Id).ToListAsync(Stop)).ShouldBe([mails[0].Id]);
        (await db.AutomationRuns.Where(run => runs.Select(one => one.Id).Contains(run.Id)).Select(run => run.Id).ToListAsync(Stop)).ShouldBe([runs[0].Id]);
    }

    // One that is young enough, and one that is not.
    private static T[] Add<T>(TicketDbContext db, DateTimeOffset now, Func<DateTimeOffset, T> make) where T : class
    {
        T[] both = [make(now.AddDays(-90).AddMinutes(1)), make(now.AddDays(-90).AddMinutes(-1))];
        db.AddRange(both);
        return both;
    }
}
