using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.CalCom.Inbox;

using static MyPortal.Tests.Shared.CalComMessages;
using DeliveryDetail = MyPortal.Web.Clients.DeliveryDetail;
using DeliveryPage = MyPortal.Web.Clients.DeliveryPage;

namespace MyPortal.Tests.Webhooks;

/// <summary>What has no place on a ticket is kept, with its reason, and can be looked at and tried again.</summary>
public sealed class InboxTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"triggerEvent":"PING","payload":{}}""", DeliveryState.Ignored, DeliveryReason.Ping)]
    [InlineData("""{"triggerEvent":"OOO_CREATED","payload":{"uid":"u"}}""", DeliveryState.Ignored, DeliveryReason.UnknownEvent)]
    [InlineData("""{"triggerEvent":"' or 1=1 --","payload":[]}""", DeliveryState.Ignored, DeliveryReason.UnknownEvent)]
    [InlineData("""{"triggerEvent":"BOOKING_CREATED"}""", DeliveryState.Failed, DeliveryReason.Unreadable)]
    [InlineData("""{"triggerEvent":"BOOKING_CREATED","payload":{"uid":"\u0000\ud800","startTime":"9999-99-99"}}""", DeliveryState.Failed, DeliveryReason.Unreadable)]
    [InlineData("""{"triggerEvent":5}""", DeliveryState.Failed, DeliveryReason.Unreadable)]
    [InlineData("""{"triggerEvent":"BOOKING_CREATED","payload":{"\ud800":1,"uid":"u"}}""", DeliveryState.Failed, DeliveryReason.Unreadable)]
    [InlineData("""{"triggerEvent":"BOOKING_CREATED","booking":{"uid":"u","attendees":[{"name":1,"name":2}]}}""", DeliveryState.Failed, DeliveryReason.Unreadable)]
    [InlineData("name=value", DeliveryState.Failed, DeliveryReason.Unreadable)]
    [InlineData("", DeliveryState.Failed, DeliveryReason.Unreadable)]
    public async Task What_the_portal_does_not_follow_or_understand_is_kept_with_its_reason(string body, DeliveryState state, DeliveryReason reason)
    {
        using var account = await CalComAccount.ConnectAsync(portal);

        var delivery = await account.SettleAsync(body);

        (delivery.State, delivery.Reason, delivery.TicketId).ShouldBe((state, reason, null));
    }

    [Fact]
    public async Task A_forged_or_expired_reference_ties_nothing()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var secrets = await portal.TicketSecretsAsync();
        var old = secrets.References(new Past()).Create(Guid.NewGuid(), Guid.NewGuid());
        var (_, messages) = await portal.BookableTicketAsync();

        (await account.SettleAsync(new CalComMessages("made-up").Created(Uid(), Day))).Reason.ShouldBe(DeliveryReason.ReferenceForged);
        (await account.SettleAsync(new CalComMessages(messages.Reference![..^2] + "AA").Created(Uid(), Day))).Reason.ShouldBe(DeliveryReason.ReferenceForged);
        (await account.SettleAsync(new CalComMessages(old).Created(Uid(), Day))).Reason.ShouldBe(DeliveryReason.ReferenceExpired);
        (await account.SettleAsync(new CalComMessages().Created(Uid(), Day))).Reason.ShouldBe(DeliveryReason.NoReference);
        (await account.SettleAsync(messages.Cancelled(Uid(), Day))).Reason.ShouldBe(DeliveryReason.UnknownBooking);
        (await account.DeliveriesAsync()).ShouldAllBe(delivery => delivery.State == DeliveryState.Unmatched && delivery.CallId == null);
    }

    [Fact]
    public async Task A_reference_to_a_ticket_that_is_gone_and_a_second_ticket_for_one_booking_are_refused()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var secrets = await portal.TicketSecretsAsync();
        var ((_, one), (_, other)) = (await portal.BookableTicketAsync(), await portal.BookableTicketAsync());
        var uid = Uid();

        (await account.SettleAsync(new CalComMessages(secrets.References().Create(Guid.NewGuid(), Guid.NewGuid())).Created(Uid(), Day)))
            .Reason.ShouldBe(DeliveryReason.TicketGone);
        (await account.SettleAsync(one.Created(uid, Day))).State.ShouldBe(DeliveryState.Processed);
        (await account.SettleAsync(other.Rescheduled(Uid(), Day.AddDays(1), uid, Day, withReference: true))).Reason.ShouldBe(DeliveryReason.TicketMismatch);
    }

    [Fact]
    public async Task What_waits_is_taken_in_when_its_booking_becomes_known_but_only_of_the_same_account()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var stranger = await CalComAccount.ConnectAsync(portal);
        var (_, messages) = await portal.BookableTicketAsync();
        var uid = Uid();
        (await account.SettleAsync(messages.Cancelled(uid, Day, Made.AddHours(1)))).State.ShouldBe(DeliveryState.Unmatched);
        (await stranger.SettleAsync(messages.Cancelled(uid, Day, Made.AddHours(2)))).State.ShouldBe(DeliveryState.Unmatched);

        await account.DeliverAsync(messages.Created(uid, Day));

        await Eventually.GetAsync(account.DeliveriesAsync, deliveries => deliveries.Count == 2 && deliveries.TrueForAll(delivery => delivery.State == DeliveryState.Processed));
        (await stranger.DeliveriesAsync()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Unmatched);
    }

    [Fact]
    public async Task The_inbox_shows_no_person_until_somebody_opens_a_delivery()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var (number, messages) = await portal.BookableTicketAsync();
        var delivery = await account.SettleAsync(messages.Created(Uid(), Day));

        var masked = await ada.ReadStrictlyAsync<DeliveryDetail>($"/api/webhooks/deliveries/{delivery.Id}");
        using var opening = await ada.PostAsync($"/api/webhooks/deliveries/{delivery.Id}/open", null, Stop);
        opening.StatusCode.ShouldBe(HttpStatusCode.OK, await opening.Content.ReadAsStringAsync(Stop));
        var opened = await opening.ReadStrictlyAsync<DeliveryDetail>();

        masked.TicketNumber.ShouldBe(number);
        masked.IsMasked.ShouldBeTrue();
        masked.Payload.ShouldNotContain("example.com");
        masked.Payload.ShouldNotContain("Alex");
        masked.Payload.ShouldContain(delivery.Uid!);
        opened.Payload.ShouldContain("Alex Example");
    }

    [Fact]
    public async Task Who_opens_a_delivery_is_written_to_the_log_and_who_reads_it_masked_is_not()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var (read, opened) = (await account.SettleAsync("not JSON"), await account.SettleAsync("not JSON either"));

        (await ada.ReadStrictlyAsync<DeliveryDetail>($"/api/webhooks/deliveries/{read.Id}")).IsMasked.ShouldBeTrue();
        using var opening = await ada.PostAsync($"/api/webhooks/deliveries/{opened.Id}/open", null, Stop);
        opening.StatusCode.ShouldBe(HttpStatusCode.OK);

        var lines = await Eventually.GetAsync(
            async () => (await portal.Portal.OutputAsync("ticketapi")).FindAll(line => line.Contains("was opened unmasked", StringComparison.Ordinal)),
            lines => lines.Exists(line => line.Contains(opened.Id.ToString(), StringComparison.Ordinal)));
        lines.Single(line => line.Contains(opened.Id.ToString(), StringComparison.Ordinal)).ShouldContain(Demo.Ada.Id.ToString());
        lines.ShouldNotContain(line => line.Contains(read.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replaying_tries_again_and_repeats_nothing()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, messages) = await portal.BookableTicketAsync();
        var delivery = await account.SettleAsync(messages.Created(Uid(), Day));
        var before = await CallEntriesAsync(robin, number);

        using var replay = await ada.PostAsync($"/api/webhooks/deliveries/{delivery.Id}/replay", null, Stop);

        replay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var again = await Eventually.GetAsync(account.DeliveriesAsync, deliveries => deliveries[0] is { State: DeliveryState.Processed, Attempts: 2 });
        again.Count.ShouldBe(1);
        (await CallEntriesAsync(robin, number)).ShouldBe(before);
    }

    [Fact]
    public async Task The_list_goes_by_pages_and_states()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        for (var i = 0; i < 5; i++)
            await account.SettleAsync($"not JSON {i}");

        var found = new List<Guid>();
        var (path, next) = ("/api/webhooks/deliveries?state=failed&limit=2", (string?)null);
        do
        {
            var page = await ada.ReadStrictlyAsync<DeliveryPage>(next is null ? path : $"{path}&after={next}");
            page.Items.ShouldAllBe(item => item.State == "failed");
            found.AddRange(page.Items.Select(item => item.Id));
            next = page.NextCursor;
        }
        while (next is not null);

        found.ShouldBeUnique();
        foreach (var delivery in await account.DeliveriesAsync())
            found.ShouldContain(delivery.Id);
        foreach (var query in (string[])["state=new", "after=x", "limit=0", "limit=201"])
        {
            using var refused = await ada.GetAsync($"/api/webhooks/deliveries?{query}", Stop);
            await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task After_30_days_a_delivery_is_gone_and_what_it_said_of_the_call_stays()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var (number, messages) = await portal.BookableTicketAsync();
        var (old, young) = (await account.SettleAsync(messages.Created(Uid(), Day)), await account.SettleAsync("not JSON"));
        await using var db = await portal.TicketDbAsync();
        await db.Database.ExecuteSqlAsync($"update webhook_deliveries set received_at = now() - interval '30 days 1 minute' where id = {old.Id}", Stop);
        await db.Database.ExecuteSqlAsync($"update webhook_deliveries set received_at = now() - interval '29 days 23 hours' where id = {young.Id}", Stop);

        await WebhookDelivery.Retention.DeleteOldAsync(db, DateTimeOffset.UtcNow, Stop);

        (await account.DeliveriesAsync()).Select(delivery => delivery.Id).ShouldBe([young.Id]);
        (await robin.ReadTicketAsync(number)).Calls.Count.ShouldBe(1);
        (await CallEntriesAsync(robin, number)).ShouldNotBeEmpty();
    }

    // All that an entry says, as it is sent. Rules may add entries of their own meanwhile.
    private static async Task<string> CallEntriesAsync(HttpClient reader, long number) =>
        string.Join('\n', JsonNode.Parse(await reader.ReadTicketTextAsync(number))!["timeline"]!.AsArray().Select(entry => entry!.ToJsonString())
            .Where(entry => entry.Contains("\"call_", StringComparison.Ordinal)));

    private static string Uid() => Guid.NewGuid().ToString("n");

    private sealed class Past : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddDays(-61);
    }
}
