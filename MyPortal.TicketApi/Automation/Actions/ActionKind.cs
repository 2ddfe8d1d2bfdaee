namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>What a rule can do.</summary>
public enum ActionKind
{
    /// <summary>Changes where the ticket stands.</summary>
    SetStatus,

    /// <summary>Changes how soon the ticket needs attention.</summary>
    SetPriority,

    /// <summary>Gives the ticket to a technician, or to nobody.</summary>
    Assign,

    /// <summary>Adds a note that only technicians and administrators see.</summary>
    AddInternalNote,

    /// <summary>Writes a reply that everybody on the ticket sees.</summary>
    AddPublicReply,

    /// <summary>Sends mail to those who watch the ticket and may still read it.</summary>
    NotifyWatchers,

    /// <summary>Sends mail to one address, which gets nothing but what the template says.</summary>
    SendMail,

    /// <summary>Tells another system, signed with the rule's secret.</summary>
    CallWebhook,
}
