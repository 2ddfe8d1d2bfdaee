using System.Net;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Mail;
using MyPortal.Tests.Shared;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.Automation.Engine;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Automation;

/// <summary>What failed can be tried again, and is done once, however often it is asked for.</summary>
public sealed class RetryTests(PortalFixture portal, SharedMailLab shared) : IClassFixture<SharedMailLab>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_action_that_failed_for_good_is_tried_again_once_although_many_ask_at_once()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var (rule, number) = await ReplyToClosedTicketAsync(ada);
        var failed = await ada.OnlyRunAsync(rule, number);
        failed.States().ShouldBe(["failed"]);
        // What kept it from working is put right.
        using var opened = await ada.ChangeAsync(number, "status", new { status = "open" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RetryAsync(ada, Step(failed))));

        answers.Count(answer => answer is HttpStatusCode.Accepted).ShouldBe(1);
        answers.Where(answer => answer is not HttpStatusCode.Accepted).ShouldAllBe(answer => answer == HttpStatusCode.Conflict);
        var done = await Eventually.GetAsync(async () => (await ada.RunsAsync(rule, number))[^1], RuleCalls.IsOver);
        done.States().ShouldBe(["done"]);
        done.Actions[0].Attempts.ShouldBe(2);
        (await RetryAsync(ada, Step(done))).ShouldBe(HttpStatusCode.Conflict);
        (await ada.ReadTicketAsync(number)).Replies.ShouldHaveSingleItem();
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task What_fails_again_says_so_and_can_be_tried_again()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        var (rule, number) = await ReplyToClosedTicketAsync(ada);
        var failed = await ada.OnlyRunAsync(rule, number);

        (await RetryAsync(ada, Step(failed))).ShouldBe(HttpStatusCode.Accepted);
        var again = (await ada.RunsAsync(rule, number, runs => runs[0].Actions[0].Attempts == 2))[0];

        again.States().ShouldBe(["failed"]);
        again.Actions[0].Note.ShouldBe("The ticket is closed and takes no more replies.");
        again.Actions[0].NextAttemptAt.ShouldBeNull();
        (await RetryAsync(ada, Step(failed))).ShouldBe(HttpStatusCode.Accepted);
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task The_same_message_twice_undoes_no_success_by_the_failure_of_the_other()
    {
        // On a busy machine the first has waited ten seconds before that, and was given up: then once more.
        for (var lap = 0; lap < 5; lap++)
        {
            if (await SecondSucceedsWhileFirstWaitsAsync())
                return;
        }
        Assert.Fail("The second was never done before the first was given up.");
    }

    private async Task<bool> SecondSucceedsWhileFirstWaitsAsync()
    {
        await using var receiver = await WebhookReceiver.StartAsync(holdsFirst: true, 503);
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created", [new { kind = "call_webhook", url = receiver.Url }]);
        var traceId = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        robin.DefaultRequestHeaders.Add("traceparent", $"00-{traceId}-00f067aa0ba902b7-01");

        var number = await robin.OpenTicketAsync($"Twice {mark}");
        await Eventually.GetAsync(() => Task.FromResult(receiver.Received.Count), count => count == 1);
        var step = Step((await ada.RunsAsync(rule, number))[0]);
        await shared.Lab.SendAsync(new RunWebhook(step));
        await ada.OnlyRunAsync(rule, number);
        if (receiver.WasGivenUp)
        {
            await ada.DeleteRuleAsync(rule);
            return false;
        }
        receiver.Release();

        // Once the span has ended, the failure of the first has been dealt with.
        await portal.Telemetry.TraceAsync(traceId, spans => spans.Any(span => span.Name == "automation action"), Stop);
        var run = (await ada.RunsAsync(rule, number)).ShouldHaveSingleItem();
        run.States().ShouldBe(["done"]);
        run.Actions[0].Attempts.ShouldBe(1);
        receiver.Received.Count.ShouldBe(2);
        await ada.DeleteRuleAsync(rule);
        return true;
    }

    private async Task<(SavedRule Rule, long Number)> ReplyToClosedTicketAsync(HttpClient administrator)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await administrator.AddRuleAsync(mark, "status_changed", [new { kind = "add_public_reply", text = "About {{ticket.number}}" }],
            new { field = "ticket.status", @operator = "is", value = "closed" });
        var number = await robin.OpenTicketAsync($"Retry {mark}");
        using var closed = await administrator.ChangeAsync(number, "status", new { status = "closed" });
        return (rule, number);
    }

    private static Guid Step(Run run) => run.Actions[0].Id;

    private static async Task<HttpStatusCode> RetryAsync(HttpClient administrator, Guid step)
    {
        using var response = await administrator.PostAsync($"/api/automation/actions/{step}/retry", null, Stop);
        if (response.StatusCode is not HttpStatusCode.Accepted)
            await response.ShouldBeProblemAsync(response.StatusCode);
        return response.StatusCode;
    }
}
