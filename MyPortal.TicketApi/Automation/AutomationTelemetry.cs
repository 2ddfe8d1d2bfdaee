using System.Diagnostics;
using System.Diagnostics.Metrics;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.Automation;

/// <summary>How often rules run and how their actions go. Kinds and ids only.</summary>
public sealed class AutomationTelemetry
{
    private static readonly ActivitySource Source = new(TicketTelemetry.Name);

    private readonly Counter<long> _runs;
    private readonly Counter<long> _actions;

    public AutomationTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(TicketTelemetry.Name);
        _runs = meter.CreateCounter<long>("myportal.automation.runs", "{run}", "Rules that a trigger set off, by trigger and what became of them.");
        _actions = meter.CreateCounter<long>("myportal.automation.actions", "{attempt}", "Attempts at actions, by kind of action and how they went.");
    }

    internal void Ran(AutomationRun run) =>
        _runs.Add(1, new("trigger", SnakeCase.Name(run.Trigger)), new("outcome", SnakeCase.Name(run.Outcome)));

    internal static Activity? Start(AutomationActionRun action)
    {
        var activity = Source.StartActivity("automation action");
        activity?.SetTag("automation.rule.id", action.Run.RuleId);
        activity?.SetTag("automation.action.kind", SnakeCase.Name(action.Action.Kind));
        return activity;
    }

    internal void Acted(AutomationActionRun action, Activity? activity)
    {
        var outcome = SnakeCase.Name(action.State);
        activity?.SetTag("automation.action.outcome", outcome);
        activity?.SetTag("automation.action.attempt", action.Attempts);
        if (action.State is not Actions.ActionState.Done)
            activity?.SetStatus(ActivityStatusCode.Error);
        _actions.Add(1, new("action", SnakeCase.Name(action.Action.Kind)), new("outcome", outcome));
    }
}
