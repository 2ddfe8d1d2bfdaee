using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Mail;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Webhooks;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Schedule;
using MyPortal.TicketApi.Infrastructure.Messaging;
using MyPortal.TicketApi.Mail;
using Npgsql;

namespace MyPortal.Tests.Reminders;

/// <summary>From Cal.com's webhook to the reminder as the mail server received it.</summary>
public sealed class BookedReminderTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_booked_for_soon_reminds_those_who_chose_so_and_may_read_the_ticket_and_again_when_it_is_moved()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var mailbox = new Mailbox(portal.Address("mail"));
        var (number, messages) = await portal.BookableTicketAsync();
        var attendee = await portal.AddColleagueAsync(Demo.Robin, seesCompany: true, 15);
        var colleague = await portal.AddColleagueAsync(Demo.Robin, seesCompany: true, 1440, 15);
        var technician = await portal.AddTechnicianAsync(60, 15);
        var choseAnother = await portal.AddTechnicianAsync(60);
        var mayNotAnyMore = await portal.AddColleagueAsync(Demo.Robin, seesCompany: false, 15);
        var ofAnotherCompany = await portal.AddColleagueAsync(Demo.Harper, seesCompany: true, 15);
        var guestOfAnotherCompany = await portal.AddColleagueAsync(Demo.Harper, seesCompany: true, 15);
        await portal.WatchAsync(number, colleague, technician, choseAnother, mayNotAnyMore, ofAnotherCompany);
        messages = messages with { Attendee = attendee.Email, Guest = guestOfAnotherCompany.Email };
        var (booked, moved, start) = (Uid(), Uid(), TimeProvider.System.GetUtcNow().AddMinutes(10));

        await account.DeliverAsync(messages.Created(booked, start));

        TicketApi.Tickets.People.Person[] reminded = [attendee, colleague, technician];
        var mails = await mailbox.AboutAsync(number, 7);
        Reminders(mails).ShouldBe(reminded.Select(person => person.Email), ignoreOrder: true);
        Others(mails).ShouldBe([Demo.Robin.Email, colleague.Email, technician.Email, choseAnother.Email], ignoreOrder: true);
        var outcomes = await OutcomesAsync(number, 12);
        outcomes.Where(one => one.Outcome == "may_not_read").Select(one => (one.PersonId, one.Kind)).ShouldBe([
            (mayNotAnyMore.Id, NotificationKind.CallBooked), (mayNotAnyMore.Id, NotificationKind.CallReminder),
            (ofAnotherCompany.Id, NotificationKind.CallBooked), (ofAnotherCompany.Id, NotificationKind.CallReminder),
            (guestOfAnotherCompany.Id, NotificationKind.CallReminder)], ignoreOrder: true);

        await account.DeliverAsync(messages.Rescheduled(moved, start.AddMinutes(2), booked, start));

        mails = await mailbox.AboutAsync(number, 14);
        Reminders(mails.Skip(7)).ShouldBe(reminded.Select(person => person.Email), ignoreOrder: true);
        mails.Select(mail => mail.MessageId).ShouldBeUnique();
    }

    [Fact]
    public async Task A_call_that_was_cancelled_moved_or_not_shown_up_for_meanwhile_reminds_nobody()
    {
        // The reminders fall due in a moment, which has to be long enough for all that happens before: on a busy machine a longer one.
        foreach (var seconds in (int[])[15, 30, 60, 120])
        {
            if (await ChangedBeforeItIsDueAsync(TimeSpan.FromSeconds(seconds)))
                return;
        }
        Assert.Fail("The calls were never changed before their reminders fell due.");
    }

    private async Task<bool> ChangedBeforeItIsDueAsync(TimeSpan moment)
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (number, messages) = await portal.BookableTicketAsync();
        await portal.WatchAsync(number, await portal.AddTechnicianAsync(15));
        var start = TimeProvider.System.GetUtcNow().AddMinutes(CallSchedule.SoonMinutes) + moment;
        var (cancelled, absent, moved, holds) = (Uid(), Uid(), Uid(), Uid());

        foreach (var uid in (string[])[cancelled, absent, moved, holds])
            await account.DeliverAsync(messages.Created(uid, start));
        await account.DeliverAsync(
            messages.Cancelled(cancelled, start, CalComMessages.Made.AddHours(1)),
            messages.NoShow(absent, CalComMessages.Made.AddHours(1)),
            messages.Rescheduled(Uid(), start.AddDays(3), moved, start, CalComMessages.Made.AddHours(1)));
        var deliveries = await Eventually.GetAsync(account.DeliveriesAsync, all => all.All(one => one.State is DeliveryState.Processed));
        deliveries.Count.ShouldBe(7);
        if (TimeProvider.System.GetUtcNow().AddMinutes(CallSchedule.SoonMinutes) >= start)
            return false;

        await using var db = await portal.TicketDbAsync();
        var bookings = await db.Calls.AsNoTracking().Where(booking => booking.ConnectionId == account.Id).ToListAsync(Stop);
        bookings.Count.ShouldBe(4);
        await Eventually.GetAsync(() => DueAsync(start, bookings), count => count == 0);

        var reminded = (await OutcomesAsync(number, atLeast: 1)).Where(one => one.Kind is NotificationKind.CallReminder).ShouldHaveSingleItem();
        reminded.CallId.ShouldBe(bookings.Single(booking => booking.HeadUid == holds).Id);
        reminded.Outcome.ShouldBe("sent");
        return true;
    }

    private static string Uid() => Guid.NewGuid().ToString("n");

    private static IEnumerable<string> Reminders(IEnumerable<MimeKit.MimeMessage> mails) => mails
        .Where(mail => mail.Subject!.StartsWith("Call in ", StringComparison.Ordinal)).Select(mail => mail.To.Mailboxes.Single().Address);

    private static IEnumerable<string> Others(IEnumerable<MimeKit.MimeMessage> mails) => mails
        .Where(mail => !mail.Subject!.StartsWith("Call in ", StringComparison.Ordinal)).Select(mail => mail.To.Mailboxes.Single().Address);

    // What became of the mails about the ticket, once there are so many and all are settled.
    private async Task<List<Notification>> OutcomesAsync(long number, int atLeast)
    {
        await using var db = await portal.TicketDbAsync();
        return await Eventually.GetAsync(
            () => db.Notifications.AsNoTracking().Where(one => one.Ticket.Number == number).ToListAsync(Stop),
            all => all.Count >= atLeast && all.All(one => one.SettledAt is not null));
    }

    // How many messages about these calls, due when the reminders are, have not been handled yet.
    private async Task<long> DueAsync(DateTimeOffset start, IEnumerable<Call> bookings)
    {
        await using var db = await portal.TicketDbAsync();
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(Stop);
        await using var query = new NpgsqlCommand($"""
            select count(*) from {TicketMessaging.Schema}.wolverine_incoming_envelopes
            where message_type like '%CallApproaching' and status <> 'Handled' and (execution_time is null or execution_time < @after)
                and exists (select 1 from unnest(@ids) id where position(convert_to(id, 'UTF8') in body) > 0)
            """, connection);
        query.Parameters.AddWithValue("after", start.AddMinutes(-CallSchedule.SoonMinutes).AddSeconds(1).ToUniversalTime());
        query.Parameters.AddWithValue("ids", bookings.Select(booking => booking.Id.ToString()).ToArray());
        return (long)(await query.ExecuteScalarAsync(Stop))!;
    }
}
