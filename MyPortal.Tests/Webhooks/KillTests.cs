using System.Net;
using System.Text;
using Aspire.Hosting.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Mail;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Timeline;
using MyPortal.TicketApi.Tickets.Watchers;
using Npgsql;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Webhooks;

/// <summary>
/// Replicas of TicketApi are killed at random moments after they have answered 202, up to the mail that each call leads to. On a database of
/// their own: otherwise the portal's own TicketApi would do their work, and nobody would notice what they lose.
/// </summary>
public sealed class KillTests(PortalFixture portal, ITestOutputHelper output)
{
    private const int BookingsEach = 4;

    // Most while the first deliveries are processed, some after that: a start costs more than all the rest.
    private const int EarlyKillMilliseconds = 250;
    private const int LateKillMilliseconds = 1200;
    private const int LateOneIn = 4;

    // And some while mails are handed to the mail server, which takes about so long.
    private const int MailMilliseconds = 60;
    private const int MailOneIn = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_was_accepted_happens_once_although_processes_are_killed() => AcceptAndKillAsync(kills: 3);

    // Explicit, because nearly all of its minutes are starts of processes: -explicit only -class "*KillTests".
    [Fact(Explicit = true)]
    public Task Whatever_was_accepted_happens_once_although_processes_are_killed_52_times() => AcceptAndKillAsync(kills: 52);

    private async Task AcceptAndKillAsync(int kills)
    {
        var database = (await portal.NewTicketDatabaseAsync()).ConnectionString;
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__ticketdb"] = database,
            ["ConnectionStrings__mail"] = (await portal.App.GetConnectionStringAsync("mail", Stop))!,
            ["Portal__PublicUrl"] = portal.Address("web").ToString(),
            ["services__profileapi__http__0"] = portal.Address("profileapi").ToString(),
        };
        await ServiceReplica.RunAsync("MyPortal.TicketApi", environment, "--migrate");
        await RecordEventsAsync(database);
        var watcher = $"{Guid.NewGuid():n}@x.example";
        var (ticketId, connectionId, secret, messages) = await PrepareAsync(database, watcher);
        var uids = new System.Collections.Concurrent.ConcurrentBag<string>();
        var random = new Random(kills);

        await using var db = Context(database);
        for (var kill = 0; kill < kills; kill++)
        {
            var mails = await db.Notifications.CountAsync(Stop);
            await using var replica = await ServiceReplica.StartAsync("MyPortal.TicketApi", environment);
            using var client = replica.CreateClient();
            await Task.WhenAll(Enumerable.Range(0, BookingsEach).Select(async _ =>
            {
                var uid = Guid.NewGuid().ToString("n");
                await AcceptAsync(client, connectionId, secret, messages.Created(uid, Day));
                uids.Add(uid);
            }));
            // The point of the test: at no point between 202 and the end of processing may a kill matter.
            if (kill % MailOneIn == MailOneIn - 1)
                await FirstMailAsync(db, mails);
            await Task.Delay(random.Next(kill % MailOneIn == MailOneIn - 1 ? MailMilliseconds : random.Next(LateOneIn) == 0 ? LateKillMilliseconds : EarlyKillMilliseconds), Stop);
            await replica.KillAsync();
        }

        await using var last = await ServiceReplica.StartAsync("MyPortal.TicketApi", environment);
        await Eventually.GetAsync(
            () => db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Processed, Stop), count => count == uids.Count);

        uids.Count.ShouldBe(kills * BookingsEach);
        (await db.Deliveries.CountAsync(Stop)).ShouldBe(uids.Count);
        (await db.Calls.Select(booking => booking.HeadUid).ToListAsync(Stop)).ShouldBe(uids, ignoreOrder: true);
        (await db.Timeline.CountAsync(entry => entry.TicketId == ticketId && entry.Kind == TimelineKind.CallBooked, Stop)).ShouldBe(uids.Count);
        await ShouldHaveRaisedOneEventEachAsync(database, uids);
        await ShouldHaveGotOneMailEachAsync(db, watcher, uids);
    }

    // Until mails are about to be sent; where the replica is slow to get that far, it is killed before.
    private static async Task FirstMailAsync(TicketDbContext db, int before)
    {
        using var limit = Limits.After(TimeSpan.FromSeconds(5));
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        try
        {
            while (await db.Notifications.CountAsync(limit.Token) == before)
                await every.WaitForNextTickAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
        }
    }

    // A kill between the mail server's word and our note of it sends a mail again, as the same one: mail programs go by the Message-ID, and so does this.
    private async Task ShouldHaveGotOneMailEachAsync(TicketDbContext db, string watcher, System.Collections.Concurrent.ConcurrentBag<string> uids)
    {
        var notifications = await Eventually.GetAsync(
            () => db.Notifications.AsNoTracking().Select(one => new { one.CauseId, one.PersonId, one.CallId, one.Outcome }).ToListAsync(Stop),
            all => all.Count >= uids.Count && all.All(one => one.Outcome is not null));
        notifications.Select(one => one.Outcome).Distinct().ShouldBe(["sent"]);
        var told = await db.Calls.Where(booking => notifications.Select(one => one.CallId).Contains(booking.Id)).Select(booking => booking.HeadUid).ToListAsync(Stop);
        told.ShouldBe(uids, ignoreOrder: true);

        using var mailbox = new Mailbox(portal.Address("mail"));
        var mails = await mailbox.ToAsync(watcher, atLeast: uids.Count);
        var received = mails.Select(mail => mail.MessageId!).ToList();
        received.Distinct().ShouldBe(notifications.Select(one => $"notification.{one.CauseId:n}.{one.PersonId:n}@myportal.example"), ignoreOrder: true);
        output.WriteLine($"{uids.Count} deliveries accepted, {received.Distinct().Count()} mails, {received.Count - received.Distinct().Count()} of them received twice.");
    }

    // What was handled is cleaned up after a while; this table keeps every event that was ever sent, once for each of its handlers.
    private static async Task RecordEventsAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Stop);
        await using var record = new NpgsqlCommand("""
            create table sent_events (handler text not null, body bytea not null);
            create function record_event() returns trigger language plpgsql as
                $$ begin insert into sent_events values (new.received_at, new.body); return new; end $$;
            create trigger record_event after insert on wolverine.wolverine_incoming_envelopes
                for each row when (new.message_type like '%TicketEvent') execute function record_event();
            """, connection);
        await record.ExecuteNonQueryAsync(Stop);
    }

    private static async Task ShouldHaveRaisedOneEventEachAsync(string database, IReadOnlyCollection<string> uids)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Stop);
        await using var query = new NpgsqlCommand("select handler, body from sent_events", connection);
        await using var reader = await query.ExecuteReaderAsync(Stop);
        var events = new List<(string Handler, string Body)>();
        while (await reader.ReadAsync(Stop))
            events.Add((reader.GetString(0), Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(1))));

        foreach (var handler in events.GroupBy(message => message.Handler))
        {
            foreach (var uid in uids)
                handler.Count(message => message.Body.Contains(uid, StringComparison.Ordinal)).ShouldBe(1, $"{handler.Key} {uid}");
        }
        events.ShouldNotBeEmpty();
    }

    private static async Task AcceptAsync(HttpClient client, string connectionId, string secret, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/cal-com/{connectionId}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Cal-Signature-256", CalComAccount.Sign(body, secret));
        using var response = await client.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private static async Task<(Guid TicketId, string ConnectionId, string Secret, CalComMessages Messages)> PrepareAsync(string database, string watcherAddress)
    {
        using var secrets = new TicketSecrets(database);
        await using var scope = secrets.Scope();
        var db = scope.ServiceProvider.GetRequiredService<TicketDbContext>();
        var now = DateTimeOffset.UtcNow;
        var technician = new TicketApi.Tickets.People.Person { Id = Guid.NewGuid(), Name = "Sam Host", Email = "sam@x.example", Role = Role.Technician };
        var ticket = Ticket.Open(new Caller(technician.Id, technician.Name, technician.Email, technician.Role, null, null, false), new NewTicket("Kills", "Kills"), now);
        var secret = ConnectionSecrets.NewSecret();
        var connection = new CalComConnection
        {
            Id = ConnectionSecrets.NewId(),
            TechnicianId = technician.Id,
            CreatedAt = now,
            SecretProtected = secrets.Connections.ProtectSecret(secret),
            SecretSetAt = now,
        };
        var watcher = new TicketApi.Tickets.People.Person { Id = Guid.NewGuid(), Name = "Wanda Watcher", Email = watcherAddress, Role = Role.Technician };
        db.AddRange(technician, ticket, connection, watcher, new TicketWatcher { TicketId = ticket.Id, PersonId = watcher.Id, Since = now });
        await db.SaveChangesAsync(Stop);
        return (ticket.Id, connection.Id, secret, new CalComMessages(secrets.References().Create(ticket.Id, technician.Id)));
    }

    private static TicketDbContext Context(string database) =>
        new(new DbContextOptionsBuilder<TicketDbContext>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options);
}
