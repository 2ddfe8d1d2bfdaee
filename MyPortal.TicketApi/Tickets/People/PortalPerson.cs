namespace MyPortal.TicketApi.Tickets.People;

/// <summary>
/// Who wrote what the portal itself writes. A person like others for those who read, with a role of its own, so that nothing that it writes
/// counts as a customer's answer. No token names it, and it has no address.
/// </summary>
internal static class PortalPerson
{
    public static readonly Caller Automation =
        new(Guid.Parse("00000000-0000-7000-8000-000000000001"), "MyPortal automation", "", Role.Portal, null, null, SeesCompanyTickets: false);
}
