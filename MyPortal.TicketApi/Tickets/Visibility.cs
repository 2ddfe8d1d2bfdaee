using MyPortal.TicketApi.People;
using MyPortal.TicketApi.Replies;

namespace MyPortal.TicketApi.Tickets;

/// <summary>
/// Who may see what, in one place. Every read and every write starts from <see cref="VisibleTo"/>, so that a ticket of somebody else
/// is not "forbidden" but simply not there.
/// </summary>
internal static class Visibility
{
    /// <summary>Staff: every ticket. Customers: their own, and their company's if their token says so.</summary>
    public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, Caller caller)
    {
        var me = caller.Id;
        return caller switch
        {
            { IsStaff: true } => tickets,
            { VisibleCompanyId: { } company } => tickets.Where(ticket => ticket.RequesterId == me || ticket.CompanyId == company),
            _ => tickets.Where(ticket => ticket.RequesterId == me),
        };
    }

    /// <summary>Internal notes are for staff. To be applied to the replies of a ticket that is itself visible.</summary>
    public static IQueryable<Reply> ReadableBy(this IQueryable<Reply> replies, Caller caller) =>
        caller.IsStaff ? replies : replies.Where(reply => !reply.IsInternal);
}
