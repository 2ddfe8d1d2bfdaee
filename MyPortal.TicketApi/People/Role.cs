namespace MyPortal.TicketApi.People;

/// <summary>What somebody is in the portal; exactly one each.</summary>
public enum Role
{
    Customer,
    Technician,
    Administrator,
}
