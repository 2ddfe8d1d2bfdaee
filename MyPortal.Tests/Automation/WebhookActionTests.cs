using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Automation;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Automation;

/// <summary>Webhooks of rules, at a receiver that checks what it gets.</summary>
public sealed class WebhookActionTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_signed_with_the_secret_that_was_shown_once_and_holds_no_text_but_the_templates()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created", [new { kind = "call_webhook", url = receiver.Url, text = "No {{ticket.number}}" }]);
        var secret = rule.WebhookSecret.ShouldNotBeNull();

        var number = await robin.OpenTicketAsync($"Webhook {mark}");
        (await ada.OnlyRunAsync(rule, number)).States().ShouldBe(["done"]);

        var received = receiver.Received.ShouldHaveSingleItem();
        var body = Encoding.UTF8.GetString(received.Body);
        var parts = received.Signature.Split(",v1=");
        var time = parts[0]["t=".Length..];
        parts[1].ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"))));
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, null)).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
        received.Cookie.ShouldBeNull();

        var sent = StrictJson.Read<SentWebhook>(body);
        sent.Id.ShouldBe(received.Delivery);
        sent.Event.ShouldBe("ticket_created");
        sent.Rule.Id.ShouldBe(rule.RuleId());
        sent.Ticket.Number.ShouldBe(number);
        sent.Text.ShouldBe($"No {number}");
        foreach (var personal in new[] { mark, Demo.Robin.Name, Demo.Robin.Email })
            body.ShouldNotContain(personal);

        (await (await ada.GetAsync($"/api/automation/rules/{rule.RuleId()}", Stop)).Content.ReadAsStringAsync(Stop)).ShouldNotContain(secret);
        await using var db = await portal.TicketDbAsync();
        (await db.AutomationRules.SingleAsync(known => known.Id == rule.RuleId(), Stop)).WebhookSecret.ShouldNotBeNull().ShouldNotContain(secret[4..]);
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task A_webhook_that_fails_is_tried_again_with_the_same_id_while_the_other_actions_are_done()
    {
        await using var receiver = await WebhookReceiver.StartAsync(503);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created",
            [new { kind = "call_webhook", url = receiver.Url }, new { kind = "set_priority", priority = "high" }]);

        var number = await robin.OpenTicketAsync($"Webhook {mark}");
        var run = (await ada.RunsAsync(rule, number, runs => runs.Any(run => run.Actions[0].Attempts > 0 && run.States()[1] == "done")))[0];
        if (run.States()[0] is "retrying")
        {
            run.Actions[0].Note.ShouldBe("The receiver answered 503.");
            run.Actions[0].NextAttemptAt.ShouldNotBeNull();
        }
        (await ada.ReadTicketAsync(number)).Priority.ShouldBe("high");

        var done = await ada.OnlyRunAsync(rule, number);
        done.States().ShouldBe(["done", "done"], done.Actions[0].Note);
        done.Actions[0].Attempts.ShouldBe(2);
        receiver.Received.Count.ShouldBe(2);
        receiver.Received.Select(webhook => webhook.Delivery).Distinct().ShouldHaveSingleItem();
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync(302, 302);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created", [new { kind = "call_webhook", url = receiver.Url }]);

        var number = await robin.OpenTicketAsync($"Webhook {mark}");
        var run = (await ada.RunsAsync(rule, number, runs => runs.Any(run => run.Actions[0].Attempts > 0)))[0];

        run.Actions[0].Note.ShouldBe("The receiver answered 302.");
        await ada.DeleteRuleAsync(rule);
    }

    [Theory]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::ffff:192.168.0.1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://0x0a000001/")]
    public async Task An_address_inside_is_refused_when_it_is_called(string url)
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created", [new { kind = "call_webhook", url }]);

        var number = await robin.OpenTicketAsync($"Webhook {mark}");
        var run = await ada.OnlyRunAsync(rule, number);

        run.States().ShouldBe(["failed"]);
        run.Actions[0].Attempts.ShouldBe(1);
        run.Actions[0].Note.ShouldBe("The address leads to a network that webhooks may not go to.");
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task A_new_secret_replaces_the_old_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created", [new { kind = "call_webhook", url = receiver.Url }]);
        using var renewed = await ada.PostAsync($"/api/automation/rules/{rule.RuleId()}/webhook-secret", null, Stop);
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var secret = (await renewed.ReadStrictlyAsync<WebhookSecret>()).Secret;
        secret.ShouldNotBe(rule.WebhookSecret.ShouldNotBeNull());

        var number = await robin.OpenTicketAsync($"Webhook {mark}");
        await ada.OnlyRunAsync(rule, number);

        var received = receiver.Received.ShouldHaveSingleItem();
        var time = received.Signature.Split(',')[0]["t=".Length..];
        received.Signature.ShouldEndWith(Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(time + "."), .. received.Body])));
        await ada.DeleteRuleAsync(rule);
    }
}
