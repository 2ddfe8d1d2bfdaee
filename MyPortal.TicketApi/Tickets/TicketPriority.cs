namespace MyPortal.TicketApi.Tickets;

/// <summary>How soon a ticket needs attention, lowest first.</summary>
public enum TicketPriority
{
    Low,
    Normal,
    High,
    Urgent,
}
