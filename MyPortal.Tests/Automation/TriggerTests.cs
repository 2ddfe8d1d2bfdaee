using System.Net;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Automation;

/// <summary>What people do on tickets sets rules off, each rule once.</summary>
public sealed class TriggerTests(PortalFixture portal)
{
    private static readonly object[] AddNote = [new { kind = "add_internal_note", text = "Noted on #{{ticket.number}}." }];

    [Theory]
    [InlineData("ticket_created")]
    [InlineData("replied")]
    [InlineData("assigned")]
    [InlineData("status_changed")]
    public async Task What_people_do_sets_rules_off(string trigger)
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, trigger, AddNote);

        var number = await robin.OpenTicketAsync($"Trigger {mark}");
        using var done = trigger switch
        {
            "replied" => await robin.ReplyAsync(number, "Anything new?"),
            "assigned" => await ada.ChangeAsync(number, "assignee", new { userId = Demo.Tess.Id }),
            "status_changed" => await ada.ChangeAsync(number, "status", new { status = "in_progress" }),
            _ => null,
        };

        // A rule on replies sees its own note, and says that it lets it pass.
        var run = (await ada.RunsAsync(rule, number, runs => runs.Any(run => run.Outcome is "ran") && runs.All(RuleCalls.IsOver)))
            .Single(run => run.Outcome is "ran");
        run.Trigger.ShouldBe(trigger);
        run.TicketNumber.ShouldBe(number);
        run.States().ShouldBe(["done"]);
        (await ada.ReadTicketAsync(number)).Replies[^1].Body.ShouldBe($"Noted on #{number}.");
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task Other_triggers_and_other_tickets_and_disabled_rules_do_nothing()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var onReply = await ada.AddRuleAsync(mark, "replied", AddNote);
        var disabled = await ada.AddRuleAsync(mark, "ticket_created", AddNote);
        using var off = await ada.PutAsync($"/api/automation/rules/{disabled.RuleId()}/enabled", Json("""{"enabled":false}"""), TestContext.Current.CancellationToken);
        off.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var last = await ada.AddRuleAsync(mark, "ticket_created", AddNote);
        var unmet = await ada.AddRuleAsync(mark, "ticket_created", AddNote, new { field = "ticket.priority", @operator = "is", value = "urgent" });

        var number = await robin.OpenTicketAsync($"Trigger {mark}");

        await ada.OnlyRunAsync(last, number);
        (await ada.RunsAsync(disabled, number)).ShouldBeEmpty();
        var run = await ada.OnlyRunAsync(unmet, number);
        run.Outcome.ShouldBe("not_met");
        run.Conditions[1].Actual.ShouldBe("normal");
        run.Actions.ShouldBeEmpty();
        // The note of the rule that ran is a reply, too.
        (await ada.RunsAsync(onReply, number, runs => runs.Count == 2 && runs.All(RuleCalls.IsOver)))[^1].CausedByRules.ShouldBe([last.RuleId()]);
        (await ada.ReadTicketAsync(number)).Replies.Count.ShouldBe(2);
        foreach (var rule in new[] { onReply, disabled, last, unmet })
            await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task The_same_event_again_runs_nothing_twice()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "call_moved", AddNote);
        var number = await robin.OpenTicketAsync($"Trigger {mark}");
        var (again, after) = (Guid.NewGuid(), Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.RaiseAsync(number, "call_moved", again, RuleCalls.Call())));
        await ada.RunsAsync(rule, number, runs => runs.Count > 0 && runs.All(RuleCalls.IsOver));
        await portal.RaiseAsync(number, "call_moved", again, RuleCalls.Call());
        await portal.RaiseAsync(number, "call_moved", after, RuleCalls.Call());

        await ada.RunsAsync(rule, number, runs => runs.Count == 2 && runs.All(RuleCalls.IsOver));
        (await ada.ReadTicketAsync(number)).Replies.Count.ShouldBe(2);
        await ada.DeleteRuleAsync(rule);
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");
}
