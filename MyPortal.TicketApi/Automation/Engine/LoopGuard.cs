using MyPortal.TicketApi.Events;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>Keeps rules from setting each other off without end.</summary>
internal static class LoopGuard
{
    /// <summary>So many rules may set each other off in a row; what the last of them causes starts none.</summary>
    public const int MaximumChain = 5;

    /// <summary>Null when the rule may look at the event.</summary>
    public static RunOutcome? Skip(Guid ruleId, TicketEvent ticketEvent)
    {
        if (ticketEvent.CausedByRules.Contains(ruleId))
            return RunOutcome.SkippedOwnEvent;
        return ticketEvent.CausedByRules.Count >= MaximumChain ? RunOutcome.SkippedChainTooLong : null;
    }
}
