namespace MyPortal.TicketApi.Automation;

/// <summary>What became of a rule when its trigger came.</summary>
public enum RunOutcome
{
    /// <summary>Its conditions held; its actions were handed on.</summary>
    Ran,

    /// <summary>Its conditions did not hold.</summary>
    NotMet,

    /// <summary>Not looked at: the rule itself had caused the event, directly or through other rules.</summary>
    SkippedOwnEvent,

    /// <summary>Not looked at: the event was the end of a chain of five rules.</summary>
    SkippedChainTooLong,

    /// <summary>Not looked at: the rule had run 50 times on this ticket within an hour.</summary>
    SkippedTooOften,
}
