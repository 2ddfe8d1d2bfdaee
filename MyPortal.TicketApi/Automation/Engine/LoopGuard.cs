using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation.Engine;

/// <summary>Keeps rules from setting each other off without end.</summary>
internal static class LoopGuard
{
    /// <summary>So many rules may set each other off in a row; what the last of them causes starts none.</summary>
    public const int MaxChain = 5;

    /// <summary>So often a rule may run on one ticket within <see cref="Window"/>; a little more when events come at the same moment.</summary>
    /// <remarks>For what no chain shows: many rules that all answer each other, or a webhook's receiver that changes the ticket again.</remarks>
    public const int MaxRuns = 50;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Null when the rule may look at the event.</summary>
    /// <param name="runsLately">How often the rule ran on the ticket within <see cref="Window"/>.</param>
    public static RunOutcome? Skip(Guid ruleId, TicketEvent ticketEvent, int runsLately)
    {
        if (ticketEvent.CausedByRules.Contains(ruleId))
            return RunOutcome.SkippedOwnEvent;
        if (ticketEvent.CausedByRules.Count >= MaxChain)
            return RunOutcome.SkippedChainTooLong;
        return runsLately >= MaxRuns ? RunOutcome.SkippedTooOften : null;
    }
}
