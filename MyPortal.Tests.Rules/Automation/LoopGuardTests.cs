using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Engine;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.Tests.Rules.Automation;

public sealed class LoopGuardTests
{
    private static readonly Guid Rule = Guid.NewGuid();

    [Theory]
    [InlineData(0, false, 0, null)]
    [InlineData(4, false, 49, null)]
    [InlineData(5, false, 0, RunOutcome.SkippedChainTooLong)]
    [InlineData(1, true, 0, RunOutcome.SkippedOwnEvent)]
    [InlineData(5, true, 50, RunOutcome.SkippedOwnEvent)]
    [InlineData(0, false, 50, RunOutcome.SkippedTooOften)]
    public void A_rule_runs_unless_it_caused_the_event_or_five_rules_did_or_it_runs_too_often(int chain, bool own, int runsLately, RunOutcome? expected)
    {
        Guid[] causes = [.. Enumerable.Range(0, chain).Select(index => own && index == 0 ? Rule : Guid.NewGuid())];
        LoopGuard.Skip(Rule, new TicketEvent(Guid.NewGuid(), TicketEventKind.StatusChanged, Guid.NewGuid(), Subjects.Now, null, null, causes), runsLately).ShouldBe(expected);
    }

    [Fact]
    public void An_action_is_tried_seven_times_with_longer_and_longer_pauses()
    {
        var action = NewAction();
        var pauses = new List<TimeSpan>();
        while (!action.IsOver)
        {
            action.Fail("Not yet.", isFinal: false, Subjects.Now);
            if (action.NextAttemptAt is { } next)
                pauses.Add(next - Subjects.Now);
        }

        action.Attempts.ShouldBe(7);
        action.State.ShouldBe(ActionState.Failed);
        pauses.Count.ShouldBe(6);
        pauses.ShouldBe(pauses.Order());
    }

    [Fact]
    public void An_action_that_cannot_work_is_tried_once()
    {
        var action = NewAction();
        action.Fail("Never.", isFinal: true, Subjects.Now);
        (action.State, action.Attempts, action.NextAttemptAt).ShouldBe((ActionState.Failed, 1, null));
    }

    private static AutomationActionRun NewAction() => new() { Id = Guid.NewGuid(), Action = new RuleAction(ActionKind.CallWebhook) };
}
