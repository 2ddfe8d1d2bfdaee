namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>How far an action has got.</summary>
public enum ActionState
{
    /// <summary>Not tried yet.</summary>
    Pending,

    /// <summary>Done, once.</summary>
    Done,

    /// <summary>Failed so far; it will be tried again.</summary>
    Retrying,

    /// <summary>Failed for good: it cannot work, or has been tried seven times. An administrator may have it tried once more.</summary>
    Failed,
}
