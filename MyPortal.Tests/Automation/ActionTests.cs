using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Automation;

/// <summary>What rules do to tickets reads as if somebody had done it, and that somebody is the portal.</summary>
public sealed class ActionTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_changes_status_priority_and_assignee_and_writes()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "ticket_created",
        [
            new { kind = "set_status", status = "waiting_for_customer" },
            new { kind = "set_priority", priority = "urgent" },
            new { kind = "assign", assigneeId = Demo.Tess.Id },
            new { kind = "add_public_reply", text = "Hello {{requester.name}}, see {{booking.link}}" },
            new { kind = "add_internal_note", text = "About {{ticket.subject}}" },
        ]);

        var number = await robin.OpenTicketAsync($"Action {mark} {{{{assignee.name}}}}");
        (await ada.OnlyRunAsync(rule, number)).States().ShouldAllBe(state => state == "done");

        var ticket = await ada.ReadTicketAsync(number);
        // The portal's own reply is no customer's answer: the ticket still waits for one.
        ticket.Status.ShouldBe("waiting_for_customer");
        ticket.Priority.ShouldBe("urgent");
        ticket.Assignee.ShouldNotBeNull().Name.ShouldBe(Demo.Tess.Name);
        ticket.Timeline.Where(entry => entry.Kind != "created").ShouldAllBe(entry => entry.Actor == null);
        ticket.Timeline.Select(entry => entry.Kind)
            .ShouldBe(["created", "status_changed", "priority_changed", "assigned"], ignoreOrder: true);

        var replies = ticket.Replies;
        replies.ShouldAllBe(reply => reply.Author.Name == "MyPortal automation" && reply.AuthorRole == "portal");
        Body(replies, isInternal: false).ShouldStartWith("Hello Robin Requester, see http");
        Body(replies, isInternal: false).ShouldEndWith($"/tickets/{number}#booking-heading");
        Body(replies, isInternal: true).ShouldBe($"About Action {mark} {{{{assignee.name}}}}");
        (await robin.ReadTicketAsync(number)).Replies.ShouldHaveSingleItem();
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task What_is_so_already_is_done_without_an_event_and_what_cannot_be_is_said()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "status_changed",
            [new { kind = "set_status", status = "closed" }, new { kind = "add_public_reply", text = "Too late" }, new { kind = "assign" }],
            new { field = "ticket.status", @operator = "is", value = "closed" });
        var number = await robin.OpenTicketAsync($"Action {mark}");
        using var closed = await ada.ChangeAsync(number, "status", new { status = "closed" });

        var run = await ada.OnlyRunAsync(rule, number);

        run.States().ShouldBe(["done", "failed", "done"]);
        run.Actions.Select(action => action.Note)
            .ShouldBe(["It was so already.", "The ticket is closed and takes no more replies.", "It was so already."]);
        (await robin.ReadTicketAsync(number)).Replies.ShouldBeEmpty();
        (await FailedRunsAsync(ada)).ShouldContain(run.Id);
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task A_text_of_which_nothing_is_left_is_not_written()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "call_cancelled", [new { kind = "add_public_reply", text = "{{call.reason}}" }]);
        var number = await robin.OpenTicketAsync($"Action {mark}");

        await portal.RaiseAsync(number, "call_cancelled", call: RuleCalls.Call());

        (await ada.OnlyRunAsync(rule, number)).Actions[0].Note
            .ShouldBe("Nothing was left of the text when its placeholders were replaced.");
        (await robin.ReadTicketAsync(number)).Replies.ShouldBeEmpty();
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task A_rule_that_runs_again_and_again_on_a_ticket_pauses_there_and_nowhere_else()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var rule = await ada.AddRuleAsync(mark, "call_moved", [new { kind = "set_priority", priority = "low" }]);
        var (number, other) = (await robin.OpenTicketAsync($"Often {mark}"), await robin.OpenTicketAsync($"Often {mark}"));

        await Parallel.ForAsync(0, 50, Stop, async (_, _) => await portal.RaiseAsync(number, "call_moved", call: RuleCalls.Call()));
        // A page of the log holds 50.
        (await ada.RunsAsync(rule, number, runs => runs.Count == 50)).ShouldAllBe(run => run.Outcome == "ran");
        await portal.RaiseAsync(number, "call_moved", call: RuleCalls.Call());
        await portal.RaiseAsync(other, "call_moved", call: RuleCalls.Call());

        (await ada.RunsAsync(rule, number, runs => runs[0].Outcome != "ran"))[0].Outcome.ShouldBe("skipped_too_often");
        (await ada.OnlyRunAsync(rule, other)).Outcome.ShouldBe("ran");
        await ada.DeleteRuleAsync(rule);
    }

    [Fact]
    public async Task Two_rules_that_set_each_other_off_stop_and_say_why()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        var there = await ada.AddRuleAsync(mark, "status_changed", [new { kind = "set_status", status = "waiting_for_customer" }],
            new { field = "ticket.status", @operator = "is", value = "in_progress" });
        var back = await ada.AddRuleAsync(mark, "status_changed", [new { kind = "set_status", status = "in_progress" }],
            new { field = "ticket.status", @operator = "is", value = "waiting_for_customer" });
        var number = await robin.OpenTicketAsync($"Loop {mark}");

        using var started = await ada.ChangeAsync(number, "status", new { status = "in_progress" });

        // in progress → (there) waiting → (back) in progress → both have had their turn.
        var runs = await ada.RunsAsync(there, number, runs => runs.Count >= 3);
        runs.Select(run => run.Outcome).ShouldBe(["skipped_own_event", "skipped_own_event", "ran"]);
        runs[0].CausedByRules.ShouldBe([there.RuleId(), back.RuleId()]);
        runs[0].Conditions.ShouldBeEmpty();
        (await ada.RunsAsync(back, number, back => back.Count >= 3)).Select(run => run.Outcome).ShouldBe(["skipped_own_event", "ran", "not_met"]);
        (await ada.ReadTicketAsync(number)).Status.ShouldBe("in_progress");
        await ada.DeleteRuleAsync(there);
        await ada.DeleteRuleAsync(back);
    }

    [Fact]
    public async Task A_chain_of_rules_ends_after_five()
    {
        using var ada = await portal.ClientAsync(Callers.Administrator);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var mark = RuleCalls.NewMark();
        string[] steps = ["open", "in_progress", "waiting_for_customer", "waiting_for_call", "resolved", "closed"];
        var chain = new List<SavedRule>();
        for (var step = 0; step < steps.Length; step++)
        {
            chain.Add(await ada.AddRuleAsync(mark, step == 0 ? "ticket_created" : "status_changed",
                [new { kind = "set_status", status = steps[(step + 1) % steps.Length] }],
                new { field = "ticket.status", @operator = "is", value = steps[step] }));
        }

        var number = await robin.OpenTicketAsync($"Chain {mark}");

        var last = (await ada.RunsAsync(chain[5], number, runs => runs.Any(run => run.Outcome is "skipped_chain_too_long")))
            .Single(run => run.Outcome is "skipped_chain_too_long");
        last.CausedByRules.ShouldBe(chain.Take(5).Select(rule => rule.RuleId()));
        (await ada.ReadTicketAsync(number)).Status.ShouldBe("closed");
        foreach (var rule in chain)
            await ada.DeleteRuleAsync(rule);
    }

    private static string Body(IReadOnlyList<Reply> replies, bool isInternal) =>
        replies.Single(reply => reply.IsInternal == isInternal).Body;

    private static async Task<IEnumerable<Guid>> FailedRunsAsync(HttpClient administrator) =>
        (await administrator.ReadStrictlyAsync<RunPage>("/api/automation/runs?failed=true")).Items.Select(run => run.Id);
}
