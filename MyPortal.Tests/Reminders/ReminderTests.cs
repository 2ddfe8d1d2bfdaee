using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Mail;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Calls.Schedule;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets;

using ReminderTimes = MyPortal.Web.Clients.ReminderTimes;

namespace MyPortal.Tests.Reminders;

/// <summary>Lee takes part, Nolan and Cal watch; nobody else of these tests chooses reminders.</summary>
public sealed class ReminderTests(PortalFixture portal, SharedMailLab shared) : IClassFixture<SharedMailLab>
{
    private readonly MailLab _lab = shared.Lab;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_chose_this_time_is_reminded_once_and_nobody_else()
    {
        var (number, booking) = await BookAsync(TimeSpan.FromMinutes(16));
        await ChooseAsync(Demo.Lee, 15);
        await ChooseAsync(Demo.Nolan, 60, 15);
        await ChooseAsync(Demo.Cal, 60);

        for (var i = 0; i < 3; i++)
            await _lab.SendAsync(new CallApproaching(booking.Id, booking.Start, 15));

        var mails = await _lab.Mailbox.ByReaderAsync(number, 2);
        mails.Keys.ShouldBe([Demo.Lee.Email, Demo.Nolan.Email], ignoreOrder: true);
        mails[Demo.Lee.Email].Subject!.ShouldStartWith("Call in 1");
        mails[Demo.Lee.Email].TextBody!.ShouldContain("Send me no more reminders");
        mails[Demo.Nolan.Email].TextBody!.ShouldContain("because you watch ticket");
        await _lab.SendAsync(new CallApproaching(booking.Id, booking.Start, 60));
        await _lab.Mailbox.AboutAsync(number, 4);
    }

    [Fact]
    public async Task A_call_that_was_moved_or_called_off_reminds_nobody()
    {
        var (number, moved) = await BookAsync(TimeSpan.FromMinutes(16));
        var calledOff = await portal.AddCallAsync(number, TimeSpan.FromMinutes(17), CallStatus.Cancelled);
        var holds = await portal.AddCallAsync(number, TimeSpan.FromMinutes(18));
        await ChooseAsync(Demo.Nolan, 15);

        await _lab.SendAsync(new CallApproaching(moved.Id, moved.Start.AddMinutes(-30), 15));
        await _lab.SendAsync(new CallApproaching(calledOff.Id, calledOff.Start, 15));
        await _lab.SendAsync(new CallApproaching(holds.Id, holds.Start, 15));

        var outcomes = await _lab.OutcomesAsync(all => all.Where(one => one.TicketId == moved.TicketId && one.PersonId == Demo.Nolan.Id), 1);
        outcomes[Demo.Nolan.Id].ShouldBe("sent");
        (await _lab.ReadAsync(db => Task.FromResult(db.Notifications.Count(one => one.CallId == moved.Id || one.CallId == calledOff.Id)))).ShouldBe(0);
    }

    [Fact]
    public async Task A_reminder_that_comes_too_late_is_not_sent()
    {
        var (_, booking) = await BookAsync(TimeSpan.FromMinutes(16));
        // The call has been moved since this was written down.
        var late = await IntendAsync(booking, Demo.Nolan.Id, booking.Start.AddMinutes(-5));

        await _lab.SendAsync(new SendMail(late.Id));

        (await _lab.OutcomesAsync(all => all.Where(one => one.Id == late.Id), 1))[Demo.Nolan.Id].ShouldBe("too_late");
    }

    [Theory]
    [InlineData("reminders", "unsubscribed")]
    [InlineData("watching", "unsubscribed")]
    [InlineData(null, "sent")]
    public async Task Who_has_ended_them_while_one_was_waiting_gets_it_no_more(string? ended, string outcome)
    {
        var (number, booking) = await BookAsync(TimeSpan.FromMinutes(16));
        var watcher = await portal.AddTechnicianAsync(1440, 60, 15);
        await portal.WatchAsync(number, watcher);
        var reader = watcher.Id;
        var waiting = await IntendAsync(booking, reader, booking.Start);
        await _lab.ReadAsync(async db => ended switch
        {
            "reminders" => await db.ReminderChoices.Where(choice => choice.PersonId == reader).ExecuteDeleteAsync(Stop),
            "watching" => await db.Watchers.Where(watcher => watcher.PersonId == reader).ExecuteDeleteAsync(Stop),
            _ => 0,
        });

        await _lab.SendAsync(new SendMail(waiting.Id));

        (await _lab.OutcomesAsync(all => all.Where(one => one.Id == waiting.Id), 1))[reader].ShouldBe(outcome);
    }

    [Fact]
    public async Task Choices_are_kept_and_only_the_offered_times_can_be_chosen()
    {
        using var quinn = await portal.ApiClientAsync("ticketapi", Demo.Harper);

        using var chosen = await quinn.PutAsJsonAsync("/api/bookings/reminders", new { minutesBefore = (int[])[15, 1440, 15] }, Stop);
        (await chosen.ReadStrictlyAsync<ReminderTimes>()).MinutesBefore.ShouldBe([1440, 15]);
        using var refused = await quinn.PutAsJsonAsync("/api/bookings/reminders", new { minutesBefore = (int[])[30] }, Stop);
        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest);

        problem.Errors!["minutesBefore"].ShouldNotBeNull();
    }

    private async Task<(long Number, Call Call)> BookAsync(TimeSpan fromNow)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync("A call to be reminded of");
        foreach (var watcher in (Person[])[Demo.Nolan, Demo.Cal])
        {
            using var client = await portal.ApiClientAsync("ticketapi", watcher);
            (await client.PutAsync($"/api/tickets/{number}/watch", null, Stop)).Dispose();
        }
        var booking = await portal.AddCallAsync(number, fromNow);
        return (number, await _lab.ChangeAsync(booking, call => call.Details = call.Details with { AttendeeEmail = Demo.Lee.Email, AttendeeEmails = [Demo.Lee.Email] }));
    }

    // As a reminder stands that waits for the mail server.
    private Task<Notification> IntendAsync(Call booking, Guid reader, DateTimeOffset start) => _lab.ReadAsync(async db =>
    {
        var notification = new Notification
        {
            Id = Guid.CreateVersion7(),
            CauseId = Guid.NewGuid(),
            Kind = NotificationKind.CallReminder,
            TicketId = booking.TicketId,
            PersonId = reader,
            CallId = booking.Id,
            Start = start,
            End = booking.End,
            At = DateTimeOffset.UtcNow,
        };
        db.Notifications.Add(notification);
        await db.SaveChangesAsync(Stop);
        return notification;
    });

    private async Task ChooseAsync(Person person, params int[] minutesBefore)
    {
        using var client = await portal.ApiClientAsync("ticketapi", person);
        using var chosen = await client.PutAsJsonAsync("/api/bookings/reminders", new { minutesBefore }, Stop);
        chosen.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
