using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets;

/// <summary>What a list request asks for, understood. Each combination has an index that yields its rows in list order.</summary>
internal sealed record TicketFilter(TicketScope Scope, bool? IsOpen, TicketStatus? Status, bool AssignedToMe, Cursor? After, int Limit)
{
    public const int DefaultLimit = 25;
    public const int MaxLimit = 100;

    public bool IsAllowedFor(Caller caller) => Scope switch
    {
        TicketScope.All => caller.IsStaff,
        TicketScope.Company => caller.VisibleCompanyId is not null,
        _ => true,
    };

    public IQueryable<Ticket> Apply(IQueryable<Ticket> tickets, Caller caller)
    {
        tickets = tickets.InScope(Scope, caller);
        var me = caller.Id;
        if (AssignedToMe)
            tickets = tickets.Where(ticket => ticket.AssignedUserId == me);

        if (IsOpen is { } open)
            tickets = open ? tickets.Where(ticket => ticket.IsOpen) : tickets.Where(ticket => !ticket.IsOpen);
        if (Status is { } status)
            tickets = tickets.Where(ticket => ticket.Status == status);

        if (After is { } after)
        {
            tickets = tickets.Where(ticket => EF.Functions.LessThan(
                ValueTuple.Create(ticket.UpdatedAt, ticket.Id), ValueTuple.Create(after.At, after.Id)));
        }
        return tickets.OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Id);
    }
}

/// <summary>Whose tickets a list shows.</summary>
internal enum TicketScope
{
    Mine,
    Company,
    All,
}
