namespace MyPortal.TicketApi.Tickets;

/// <summary>Where a ticket stands. The first four are open: work is still to be done.</summary>
public enum TicketStatus
{
    /// <summary>Nobody has started yet.</summary>
    Open,

    /// <summary>A technician works on it.</summary>
    InProgress,

    /// <summary>The customer has been asked something.</summary>
    WaitingForCustomer,

    /// <summary>A call has been agreed on.</summary>
    WaitingForCall,

    /// <summary>Solved as far as the technician knows; a reply of the customer takes it up again.</summary>
    Resolved,

    /// <summary>Finished: nobody can reply any more.</summary>
    Closed,
}

internal static class TicketStatusRules
{
    /// <summary>A customer's answer puts a ticket that waited for it, or was thought to be solved, back into work.</summary>
    public static TicketStatus AfterCustomerReply(this TicketStatus status) =>
        status is TicketStatus.WaitingForCustomer or TicketStatus.Resolved ? TicketStatus.InProgress : status;
}
