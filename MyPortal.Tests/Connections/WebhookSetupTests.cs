using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.CalCom;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Connections;

/// <summary>The webhook at Cal.com: by hand, and by itself.</summary>
public sealed class WebhookSetupTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_technicians_webhook_is_set_up_without_anybody_doing_anything()
    {
        using var tess = await portal.ApiClientAsync("ticketapi", Demo.Tess);

        var status = await Eventually.GetAsync(
            () => tess.ReadStrictlyAsync<CalComConnection>(ConnectedTechnician.Path), status => status.Webhook == "set_up");

        status.ApiKey.ShouldBe("works");
    }

    [Fact]
    public async Task A_key_sets_up_a_webhook_that_tells_all_and_signs_with_the_secret()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        var created = await technician.ConnectAsync();

        await technician.SetApiKeyAsync();

        var webhook = (await technician.WebhooksAsync()).ShouldHaveSingleItem();
        webhook.SubscriberUrl.ShouldBe(created.WebhookUrl);
        webhook.Secret.ShouldBe(created.Secret);
        webhook.Active.ShouldBeTrue();
        webhook.Triggers.ShouldBe(CalComTriggers.Understood, ignoreOrder: true);
        (await PingAsync(technician, webhook)).ShouldBe(202);
    }

    [Fact]
    public async Task A_new_secret_is_told_to_Cal_com_and_the_old_one_is_accepted_for_an_hour_and_no_longer()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        var created = await technician.ConnectAsync();
        var (url, old) = (created.WebhookUrl, created.Secret);
        await technician.SetApiKeyAsync();

        var fresh = await technician.RotateAsync();

        fresh.ShouldNotBe(old);
        (await technician.WebhooksAsync()).ShouldHaveSingleItem().Secret.ShouldBe(fresh);
        (await technician.DeliverAsync(url, old, Ping(1))).ShouldBe(202);
        (await technician.DeliverAsync(url, fresh, Ping(2))).ShouldBe(202);
        var until = (await technician.StatusAsync()).PreviousSecretValidUntil.ShouldNotBeNull();
        (until - DateTimeOffset.UtcNow).ShouldBeInRange(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));

        await EndOverlapAsync(created.Id);

        (await technician.DeliverAsync(url, old, Ping(3))).ShouldBe(401);
        (await technician.DeliverAsync(url, fresh, Ping(4))).ShouldBe(202);
        (await technician.StatusAsync()).PreviousSecretValidUntil.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"active":false}""")]
    [InlineData("""{"triggers":["BOOKING_CREATED"]}""")]
    [InlineData("""{"secret":"of somebody else"}""")]
    public async Task A_webhook_that_somebody_has_changed_is_put_right(string change)
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();
        await technician.SetApiKeyAsync();
        var before = await technician.WebhooksTextAsync();
        var id = StrictJson.Read<List<StandInWebhook>>(before).ShouldHaveSingleItem().Id;
        using (var content = new StringContent(change, System.Text.Encoding.UTF8, "application/json"))
            (await technician.CalCom.PatchAsync($"/_stand-in/webhooks/{technician.User}/{id}", content, Stop)).EnsureSuccessStatusCode();

        await technician.SetApiKeyAsync();

        (await technician.WebhooksTextAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_webhook_that_was_deleted_at_Cal_com_is_made_again()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();
        await technician.SetApiKeyAsync();
        var before = (await technician.WebhooksAsync()).Single();
        (await technician.CalCom.DeleteAsync($"/_stand-in/webhooks/{technician.User}/{before.Id}", Stop)).EnsureSuccessStatusCode();

        await technician.RotateAsync();

        (await technician.WebhooksAsync()).ShouldHaveSingleItem().SubscriberUrl.ShouldBe(before.SubscriberUrl);
    }

    [Fact]
    public async Task Disconnecting_takes_the_webhook_away_and_refuses_its_deliveries()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        var created = await technician.ConnectAsync();
        await technician.SetApiKeyAsync();

        using (var response = await technician.Portal.DeleteAsync(ConnectedTechnician.Path, Stop))
            response.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await technician.WebhooksAsync()).ShouldBeEmpty();
        (await technician.DeliverAsync(created.WebhookUrl, created.Secret, Ping(1))).ShouldBe(401);
    }

    [Fact]
    public async Task Forgetting_the_key_leaves_the_webhook_to_the_technician()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();
        await technician.SetApiKeyAsync();

        using (var response = await technician.Portal.DeleteAsync($"{ConnectedTechnician.Path}/api-key", Stop))
            response.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var status = await technician.StatusAsync();
        (status.ApiKey, status.Webhook).ShouldBe(("none", "manual"));
        (await PingAsync(technician, (await technician.WebhooksAsync()).Single())).ShouldBe(202);
    }

    [Fact]
    public async Task A_key_that_has_used_up_its_requests_is_neither_right_nor_wrong()
    {
        using var technician = await ConnectedTechnician.NewAsync(portal);
        await technician.ConnectAsync();
        (await technician.CalCom.PutAsJsonAsync($"/_stand-in/switches/{technician.User}", new { apiRequestsPerMinute = 1 }, Stop)).EnsureSuccessStatusCode();

        var status = await technician.SetApiKeyAsync();

        (status.ApiKey, status.Webhook).ShouldBe(("unchecked", "missing"));
        (await technician.WebhooksAsync()).ShouldBeEmpty();
    }

    private static string Ping(int number) => $$$"""{"triggerEvent":"PING","createdAt":"2026-11-24T10:00:0{{{number}}}.000Z","payload":{"type":"Test"}}""";

    private static async Task<int?> PingAsync(ConnectedTechnician technician, StandInWebhook webhook)
    {
        using var response = await technician.CalCom.PostAsync($"/_stand-in/webhooks/{technician.User}/{webhook.Id}/ping", null, Stop);
        return (await response.ReadStrictlyAsync<StandInDelivery>()).Status;
    }

    private async Task EndOverlapAsync(string connectionId)
    {
        await using var db = await portal.TicketDbAsync();
        await db.Connections.Where(connection => connection.Id == connectionId).ExecuteUpdateAsync(
            set => set.SetProperty(connection => connection.PreviousSecretValidUntil, DateTimeOffset.UtcNow.AddSeconds(-1)), Stop);
    }
}
