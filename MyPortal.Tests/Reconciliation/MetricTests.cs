using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Connections;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Webhooks;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Reconciliation;

/// <summary>What operators look at when calls get lost, read back from where the service exports it to.</summary>
[Collection(typeof(ReconcilingReplicaGroup))]
public sealed class MetricTests(PortalFixture portal, ReconcilingReplica replica)
{
    private const string Deliveries = "myportal.webhook.deliveries", Lag = "myportal.webhook.lag", QueueAge = "myportal.webhook.queue_age";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_count_by_event_state_and_reason_and_each_tells_its_lag_once()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (_, messages) = await portal.BookableTicketAsync();
        var uid = Uid();

        await SendAsync(account, "not JSON");
        await SendAsync(account, """{"triggerEvent":"PING","payload":{}}""");
        await SendAsync(account, new CalComMessages().Meeting("MEETING_STARTED", uid, Day));
        await SettledAsync(account, DeliveryState.Unmatched);
        await SendAsync(account, messages.Created(uid, Day));

        await CountedAsync(("webhook.event", "other"), ("webhook.state", "failed"), ("webhook.reason", "unreadable"));
        await CountedAsync(("webhook.event", "PING"), ("webhook.state", "ignored"), ("webhook.reason", "ping"));
        await CountedAsync(("webhook.event", "BOOKING_CREATED"), ("webhook.state", "processed"));
        await CountedAsync(("webhook.event", "MEETING_STARTED"), ("webhook.state", "unmatched"), ("webhook.reason", "no_reference"));
        await CountedAsync(("webhook.event", "MEETING_STARTED"), ("webhook.state", "processed"));
        var lag = (await Eventually.GetAsync(
            () => Task.FromResult(replica.Metrics.Of(Lag, ("webhook.event", "MEETING_STARTED"))), lag => lag.Count > 0)).ShouldHaveSingleItem();
        lag.Count.ShouldBe(1);
        lag.Value.ShouldBeInRange(0.0001, 30);
    }

    [Fact]
    public async Task What_fails_by_our_own_fault_is_counted_and_the_time_until_it_worked_is_lag()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var (_, messages) = await portal.BookableTicketAsync();
        var before = replica.Metrics.Count(Deliveries, ("webhook.reason", "error"));
        await using (var db = await portal.TicketDbAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            await new CallStore(db).LockAsync(account.Id, Stop);
            await SendAsync(account, messages.PaymentInitiated(Uid(), Day));

            await BreakWaitingAsync();
            await Eventually.GetAsync(() => Task.FromResult(replica.Metrics.Count(Deliveries, ("webhook.reason", "error"))), count => count > before);
        }

        await SettledAsync(account, DeliveryState.Processed);
        await Eventually.GetAsync(() => Task.FromResult(replica.Metrics.Of(Lag, ("webhook.event", "BOOKING_PAYMENT_INITIATED"))), lag => lag.Count > 0);
        replica.Metrics.Of(Deliveries, ("webhook.reason", "error")).ShouldAllBe(failed => failed.Tags["webhook.state"] == "failed");
    }

    [Fact]
    public async Task Requests_without_a_right_signature_are_counted()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var before = replica.Metrics.Count("myportal.webhook.refused");

        await SendAsync(account, "{}", "wrong", HttpStatusCode.Unauthorized);

        await Eventually.GetAsync(() => Task.FromResult(replica.Metrics.Count("myportal.webhook.refused")), count => count == before + 1);
    }

    [Fact]
    public async Task The_oldest_delivery_that_nobody_has_looked_at_tells_its_age()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        await using var db = await portal.TicketDbAsync();
        var forgotten = new WebhookDelivery
        {
            Id = Guid.CreateVersion7(),
            ConnectionId = account.Id,
            ReceivedAt = DateTimeOffset.UtcNow.AddHours(-2),
            Body = [],
            BodyHash = Guid.NewGuid().ToByteArray(),
        };
        db.Deliveries.Add(forgotten);
        await db.SaveChangesAsync(Stop);

        await Eventually.GetAsync(() => Task.FromResult(replica.Metrics.Of(QueueAge)), age => age is [{ Value: >= 7200 and < 8000 }]);
        await db.Deliveries.Where(delivery => delivery.Id == forgotten.Id).ExecuteDeleteAsync(Stop);

        await Eventually.GetAsync(() => Task.FromResult(replica.Metrics.Of(QueueAge)), age => age is [{ Value: < 7200 }]);
    }

    [Fact]
    public async Task What_was_found_missing_at_Cal_com_is_counted_by_kind_and_every_comparison_by_its_outcome()
    {
        using var technician = await ConnectedTechnician.DeafAsync(portal);
        await using (var db = await portal.TicketDbAsync())
        {
            // Not due for the portal's own TicketApi, which compares every five minutes only.
            await db.Connections.Where(connection => connection.TechnicianId == technician.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(connection => connection.ReconciliationStartedAt, DateTimeOffset.UtcNow), Stop);
        }
        var (number, reference) = await portal.OpenTicketForAsync(technician);
        var before = replica.Metrics.Count("myportal.reconciliation.drift", ("kind", "requested"));

        await technician.BookAsync("confirm-call", reference, Day);
        await portal.WaitForCallAsync(number, "pending", Day);

        await Eventually.GetAsync(
            () => Task.FromResult(replica.Metrics.Count("myportal.reconciliation.drift", ("kind", "requested"))), count => count == before + 1);
        replica.Metrics.Count("myportal.reconciliation.runs", ("outcome", "ok")).ShouldBeGreaterThan(0);
    }

    private Task<double> CountedAsync(params (string, string)[] tags) =>
        Eventually.GetAsync(() => Task.FromResult(replica.Metrics.Count(Deliveries, tags)), count => count >= 1);

    // Straight to the replica, which then also processes it.
    private async Task SendAsync(CalComAccount account, string body, string? signature = null, HttpStatusCode expected = HttpStatusCode.Accepted)
    {
        using var client = replica.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, account.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Cal-Signature-256", signature ?? CalComAccount.Sign(body, account.Secret));
        using var response = await client.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(expected);
    }

    private static Task<List<WebhookDelivery>> SettledAsync(CalComAccount account, DeliveryState state) =>
        Eventually.GetAsync(account.DeliveriesAsync, deliveries => deliveries.Exists(delivery => delivery.State == state));

    /// <summary>Ends the database connection of whoever waits for a call's lock, as a failing network would.</summary>
    private async Task BreakWaitingAsync()
    {
        await using var db = await portal.TicketDbAsync();
        await Eventually.GetAsync(
            () => db.Database.SqlQuery<bool>($"""
                select pg_terminate_backend(pid) as "Value" from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())
                """).ToListAsync(Stop),
            broken => broken.Count > 0);
    }

    private static string Uid() => Guid.NewGuid().ToString("n");
}
