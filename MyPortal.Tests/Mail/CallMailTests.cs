using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using MyPortal.TicketApi.Tickets.Watchers;

namespace MyPortal.Tests.Mail;

/// <summary>Mails about calls, as the mail server received them. Each ticket is Robin's, its call Robin's with Tess.</summary>
public sealed class CallMailTests(PortalFixture portal, SharedMailLab shared) : IClassFixture<SharedMailLab>
{
    private const string Join = "https://video.example/room";
    private readonly MailLab _lab = shared.Lab;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_watcher_gets_one_mail_and_whoever_the_calendar_wrote_to_gets_none()
    {
        var (number, booking) = await BookAsync(Demo.Casey, Demo.Ada, Demo.Tess);

        var e = await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);

        var mails = await _lab.Mailbox.ByReaderAsync(number, 2);
        mails.Keys.ShouldBe([Demo.Casey.Email, Demo.Ada.Email], ignoreOrder: true);
        var outcomes = await _lab.OutcomesAsync(all => all.Where(one => one.CauseId == e.Id), 2);
        outcomes.Keys.ShouldBe([Demo.Casey.Id, Demo.Ada.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_event_many_times_is_told_once()
    {
        var (number, booking) = await BookAsync(Demo.Ada);
        var e = await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _lab.RaiseAsync(e)));
        await _lab.RaiseAsync(TicketEventKind.CallCancelled, booking);

        var mails = await _lab.Mailbox.AboutAsync(number, 2);
        mails.Count(mail => mail.Subject!.StartsWith("Call booked", StringComparison.Ordinal)).ShouldBe(1);
        (await _lab.ReadAsync(db => db.Notifications.CountAsync(one => one.CauseId == e.Id, Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_says_everything_in_text_and_HTML_and_carries_the_call()
    {
        var (number, booking) = await BookAsync(Demo.Ada);
        await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);

        var mail = (await _lab.Mailbox.AboutAsync(number, 1))[0];

        mail.From.Mailboxes.Single().Address.ShouldBe("portal@myportal.example");
        mail.To.Mailboxes.Single().Name.ShouldBe(Demo.Ada.Name);
        mail.Cc.Count.ShouldBe(0);
        mail.Bcc.Count.ShouldBe(0);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!])
        {
            body.ShouldContain("has been booked");
            body.ShouldContain("Europe/Berlin");
            body.ShouldContain("Europe/Lisbon");
            body.ShouldContain(Demo.Tess.Name);
            body.ShouldContain($"{portal.Address("web").GetLeftPart(UriPartial.Authority)}/tickets/{number}");
            body.ShouldContain(Join);
        }
        mail.HtmlBody!.ShouldContain("prefers-color-scheme:dark");

        var file = mail.Attachments.OfType<MimePart>().Single();
        file.ContentType.MimeType.ShouldBe("text/calendar");
        file.ContentType.Parameters["method"].ShouldBe("PUBLISH");
        file.FileName.ShouldBe("call.ics");
        Ics(mail).ShouldContain($"UID:call.{booking.Id:n}@myportal");
    }

    [Fact]
    public async Task What_people_wrote_stays_text()
    {
        const string hostile = """<img src=x onerror="alert(1)"> & 'more'""";
        var (number, booking) = await BookAsync(Demo.Ada, subject: hostile);
        booking = await _lab.ChangeAsync(booking, call => call.Details = call.Details with { AttendeeName = "Eve\r\nBcc: eve@elsewhere.example\r\n\r\n<b>" });
        await _lab.RaiseAsync(TicketEventKind.CallCancelled, booking, reason: "Ill\r\nX-Evil: yes <script>");

        var mail = (await _lab.Mailbox.AboutAsync(number, 1))[0];

        mail.Subject!.ShouldEndWith(hostile);
        mail.HtmlBody!.ShouldNotContain("<img");
        mail.HtmlBody!.ShouldNotContain("<script");
        mail.HtmlBody!.ShouldNotContain("<b>");
        mail.HtmlBody!.ShouldContain("&lt;img src=x onerror=");
        mail.Headers.ShouldNotContain(header => header.Field == "X-Evil" || header.Field == "Bcc");
        mail.To.Mailboxes.Count().ShouldBe(1);
        mail.TextBody!.ShouldContain("Ill");
    }

    [Fact]
    public async Task Headers_thread_the_mails_and_let_a_mail_program_unsubscribe()
    {
        var (number, booking) = await BookAsync(Demo.Ada);
        var ticketId = booking.TicketId;
        var booked = await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);
        await _lab.Mailbox.AboutAsync(number, 1);
        booking = await _lab.ChangeAsync(booking, call => (call.Start, call.End) = (call.Start.AddDays(1), call.End.AddDays(1)));
        await _lab.RaiseAsync(TicketEventKind.CallMoved, booking, booking.Start.AddDays(-1));

        var mails = await _lab.Mailbox.AboutAsync(number, 2);

        mails[0].MessageId.ShouldBe($"notification.{booked.Id:n}.{Demo.Ada.Id:n}@myportal.example");
        mails[1].MessageId.ShouldNotBe(mails[0].MessageId);
        foreach (var mail in mails)
        {
            mail.References.ShouldBe([$"ticket.{ticketId:n}@myportal.example", $"call.{booking.Id:n}@myportal.example"]);
            mail.InReplyTo.ShouldBe($"call.{booking.Id:n}@myportal.example");
            mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
            mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
            UnsubscribeToken(mail).ShouldNotBeEmpty();
        }
        mails[1].TextBody!.ShouldContain("Was: ");
    }

    [Fact]
    public async Task A_moved_and_a_cancelled_call_stay_one_event_in_the_calendar()
    {
        var (number, booking) = await BookAsync(Demo.Ada);
        await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);
        await _lab.Mailbox.AboutAsync(number, 1);
        booking = await _lab.ChangeAsync(booking, call => (call.Start, call.End) = (call.Start.AddDays(1), call.End.AddDays(1)));
        await _lab.RaiseAsync(TicketEventKind.CallMoved, booking, booking.Start.AddDays(-1));
        await _lab.Mailbox.AboutAsync(number, 2);
        booking = await _lab.ChangeAsync(booking, call => call.Status = CallStatus.Cancelled);
        await _lab.RaiseAsync(TicketEventKind.CallCancelled, booking, reason: "Solved by mail");

        var mails = await _lab.Mailbox.AboutAsync(number, 3);

        var files = mails.Select(Ics).ToList();
        files.ShouldAllBe(file => file.Contains($"UID:call.{booking.Id:n}@myportal", StringComparison.Ordinal));
        files.Select(file => Line(file, "SEQUENCE:")).ShouldBe(["0", "1", "2"]);
        files.Select(file => Line(file, "STATUS:")).ShouldBe(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
        mails[2].TextBody!.ShouldContain("Reason: Solved by mail");
        mails[2].TextBody!.ShouldNotContain(Join);
    }

    [Fact]
    public async Task Where_to_join_and_whom_to_write_to_stay_with_those_who_may_know()
    {
        var (number, booking) = await BookAsync(Demo.Casey, Demo.Ada);
        await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);

        var mails = await _lab.Mailbox.ByReaderAsync(number, 2);

        Everything(mails[Demo.Ada.Email]).ShouldContain(Join);
        Everything(mails[Demo.Casey.Email]).ShouldNotContain(Join);
        foreach (var mail in mails.Values)
        {
            Everything(mail).ShouldNotContain(Demo.Robin.Email);
            Everything(mail).ShouldNotContain(Demo.Tess.Email);
        }
    }

    [Fact]
    public async Task An_internal_note_never_gets_into_a_mail()
    {
        var (number, booking) = await BookAsync(Demo.Casey);
        using var tess = await portal.ClientAsync(Callers.Technician);
        (await tess.ReplyAsync(number, "Secret: loan printer 42", isInternal: true)).Dispose();

        await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);

        Everything((await _lab.Mailbox.AboutAsync(number, 1))[0]).ShouldNotContain("loan printer");
    }

    [Fact]
    public async Task Who_may_not_read_the_ticket_any_more_gets_nothing()
    {
        var (number, booking) = await BookAsync(Demo.Ada);
        // As if Quinn, of another company, had watched while that was allowed.
        await _lab.ReadAsync(async db =>
        {
            db.Watchers.Add(new TicketWatcher { TicketId = booking.TicketId, PersonId = Demo.Quinn.Id, Since = DateTimeOffset.UtcNow });
            return await db.SaveChangesAsync(Stop);
        });

        var e = await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);

        var outcomes = await _lab.OutcomesAsync(all => all.Where(one => one.CauseId == e.Id), 2);
        outcomes[Demo.Quinn.Id].ShouldBe("may_not_read");
        outcomes[Demo.Ada.Id].ShouldBe("sent");
        (await _lab.Mailbox.ByReaderAsync(number, 1)).Keys.ShouldBe([Demo.Ada.Email]);
    }

    [Fact]
    public async Task One_press_on_the_link_ends_the_mails_and_looking_at_it_does_not()
    {
        var (number, booking) = await BookAsync(Demo.Ada, Demo.Casey);
        await _lab.RaiseAsync(TicketEventKind.CallBooked, booking);
        var mails = await _lab.Mailbox.ByReaderAsync(number, 2);
        using var anonymous = portal.CreateClient("ticketapi");
        var address = $"/unsubscribe/{UnsubscribeToken(mails[Demo.Ada.Email])}";

        (await anonymous.GetStringAsync(address, Stop)).ShouldBe($$"""{"ticketNumber":{{number}},"ends":"watching"}""");
        await _lab.RaiseAsync(TicketEventKind.CallMoved, booking, booking.Start);
        await _lab.Mailbox.AboutAsync(number, 4);

        using (var pressed = await anonymous.PostAsync(address, null, Stop))
            pressed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using (var again = await anonymous.PostAsync(address, null, Stop))
            again.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await _lab.RaiseAsync(TicketEventKind.CallCancelled, booking);
        var cancelled = (await _lab.Mailbox.AboutAsync(number, 5)).Where(mail => mail.Subject!.StartsWith("Call cancelled", StringComparison.Ordinal));
        cancelled.Single().To.Mailboxes.Single().Address.ShouldBe(Demo.Casey.Email);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_ends_nothing()
    {
        using var anonymous = portal.CreateClient("ticketapi");

        using var read = await anonymous.GetAsync($"/unsubscribe/{new string('a', 120)}", Stop);
        await read.ShouldBeProblemAsync(HttpStatusCode.NotFound);
        using var pressed = await anonymous.PostAsync("/unsubscribe/x", null, Stop);
        await pressed.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rules_message_reaches_watchers_and_an_address_once()
    {
        var (number, booking) = await BookAsync(Demo.Ada);
        var run = Guid.NewGuid();

        for (var i = 0; i < 3; i++)
            await _lab.TellAsync(booking.TicketId, run, "duty@elsewhere.example", $"#{number} of a rule", "Please look <b>soon</b>.");

        var mails = await _lab.Mailbox.ByReaderAsync(number, 3);
        mails.Keys.ShouldBe([Demo.Robin.Email, Demo.Ada.Email, "duty@elsewhere.example"], ignoreOrder: true);
        mails["duty@elsewhere.example"].Headers["List-Unsubscribe"].ShouldBeNull();
        mails["duty@elsewhere.example"].Subject.ShouldBe($"#{number} of a rule");
        mails["duty@elsewhere.example"].ToString().ShouldNotContain("A call to be told of");
        mails[Demo.Ada.Email].HtmlBody!.ShouldContain("Please look &lt;b&gt;soon&lt;/b&gt;.");
        mails[Demo.Ada.Email].Attachments.ShouldBeEmpty();
    }

    private async Task<(long Number, Call Call)> BookAsync(params Person[] watchers) => await BookAsync(watchers, "A call to be told of");

    private async Task<(long Number, Call Call)> BookAsync(Person watcher, string subject) => await BookAsync([watcher], subject);

    private async Task<(long Number, Call Call)> BookAsync(Person[] watchers, string subject)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync(subject);
        foreach (var watcher in watchers)
        {
            using var client = await portal.ApiClientAsync("ticketapi", watcher);
            using var watching = await client.PutAsync($"/api/tickets/{number}/watch", null, Stop);
            watching.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }
        return (number, await portal.AddCallAsync(number, TimeSpan.FromDays(3)));
    }

    private static string UnsubscribeToken(MimeMessage mail) =>
        mail.Headers["List-Unsubscribe"]!.Trim('<', '>').Split("/unsubscribe/")[1];

    private static string Ics(MimeMessage mail) => mail.Attachments.OfType<MimePart>().Single().Text();

    private static string Line(string file, string name) =>
        file.Split("\r\n").Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    // Everything that the reader could find out, with transfer encodings undone and folded lines unfolded.
    private static string Everything(MimeMessage mail) =>
        string.Join('\n', mail.Headers.Select(header => header.Value).Concat([mail.TextBody!, mail.HtmlBody!, Ics(mail).Replace("\r\n ", "", StringComparison.Ordinal)]));
}
