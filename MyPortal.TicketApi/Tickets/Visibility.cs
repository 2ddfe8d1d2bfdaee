using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;

namespace MyPortal.TicketApi.Tickets;

/// <summary>
/// Who may see what, in one place, for lists, pages, mails and calendars. Every read and every write starts from <see cref="VisibleTo"/>, or from <see cref="InScope"/>, which never
/// gives more, so that a ticket of somebody else is not "forbidden" but simply not there.
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

    /// <summary>
    /// The visible tickets of a list's scope. Not by narrowing <see cref="VisibleTo"/>: its "or", needless here, has PostgreSQL think about
    /// every index for longer than the list then takes to read, and longer still the more tickets there are.
    /// </summary>
    public static IQueryable<Ticket> InScope(this IQueryable<Ticket> tickets, TicketScope scope, Caller caller)
    {
        var me = caller.Id;
        return (scope, caller.VisibleCompanyId) switch
        {
            (TicketScope.Mine, _) => tickets.Where(ticket => ticket.RequesterId == me),
            (TicketScope.Company, { } company) => tickets.Where(ticket => ticket.CompanyId == company),
            _ => tickets.VisibleTo(caller),
        };
    }

    /// <summary>Internal notes are for staff. To be applied to the replies of a ticket that is itself visible.</summary>
    public static IQueryable<Reply> ReadableBy(this IQueryable<Reply> replies, Caller caller) =>
        caller.IsStaff ? replies : replies.Where(reply => !reply.IsInternal);
}
