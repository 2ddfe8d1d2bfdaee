using MyPortal.TicketApi.Automation.Templates;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>What an action works on.</summary>
internal sealed record ActionContext(AutomationActionRun Run, RuleSubject Subject, string PublicUrl)
{
    public RuleAction Action => Run.Action;

    public TicketEvent Event => Run.Run.Event;

    public TemplateFacts Facts => new(Subject, Run.Run.RuleName, PublicUrl);

    /// <summary>What the action's own events carry, so that no rule answers itself.</summary>
    public IReadOnlyList<Guid> Causes => [.. Event.CausedByRules, Run.Run.RuleId];

    public string Text(int length) => Template.Render(Action.Text ?? "", Facts, length);
}
