namespace MyPortal.TicketApi.Tickets.People;

/// <summary>What somebody is in the portal; exactly one each.</summary>
public enum Role
{
    Customer,
    Technician,
    Administrator,

    /// <summary>The portal itself: its automation rules write in its name. Nobody can sign in as it.</summary>
    Portal,
}
