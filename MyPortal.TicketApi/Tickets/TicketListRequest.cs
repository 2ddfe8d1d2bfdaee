using System.ComponentModel;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets;

/// <summary>The list's query string: what it may say, and which tickets it then means.</summary>
// In the description of the API, a parameter that comes with others has the text of its attribute, and not that of a comment.
internal sealed record TicketListRequest(
    [property: FromQuery(Name = "scope"), Description(
        "`mine`, `company` (customers who may see their company's tickets) or `all` (technicians and administrators).\n"
        + "The widest that the caller may use when left out.")]
    string? Scope = null,
    [property: FromQuery(Name = "status"), Description("`open` (neither resolved nor closed), `closed` (resolved or closed), `all` (the default), or one status.")]
    string? Status = null,
    [property: FromQuery(Name = "assignee"), Description("`me`: only tickets assigned to the caller.")]
    string? Assignee = null,
    [property: FromQuery(Name = "cursor"), Description("The `nextCursor` of the page before.")]
    string? Cursor = null,
    [property: FromQuery(Name = "limit"), Description("Tickets a page, 1 to 100; 25 when left out.")]
    int? Limit = null)
{
    private const int DefaultLimit = 25;
    private const int MaxLimit = 100;

    private static readonly Expression<Func<Ticket, DateTimeOffset>> UpdatedAt = ticket => ticket.UpdatedAt;
    private static readonly Expression<Func<Ticket, Guid>> Id = ticket => ticket.Id;

    public int Size => Limit ?? DefaultLimit;

    private Infrastructure.Paging.Cursor? After => Cursor is null ? null : Infrastructure.Paging.Cursor.Decode(Cursor);

    /// <summary>Every part of it that makes no sense, with what would.</summary>
    public Dictionary<string, string[]> Problems()
    {
        var problems = new Dictionary<string, string[]>();
        if (Scope is not null && SnakeCase.Parse<TicketScope>(Scope) is null)
            problems["scope"] = ["Use mine, company or all."];
        if (Status is not (null or "all" or "open" or "closed") && SnakeCase.Parse<TicketStatus>(Status) is null)
            problems["status"] = ["Use open, closed, all or one of the statuses of a ticket."];
        if (Assignee is not (null or "me"))
            problems["assignee"] = ["Use me, or leave it out."];
        if (Cursor is not null && After is null)
            problems["cursor"] = ["Use the nextCursor of the page before, unchanged."];
        if (Limit is < 1 or > MaxLimit)
            problems["limit"] = [$"Use a number from 1 to {MaxLimit}."];
        return problems;
    }

    public bool IsAllowedFor(Caller caller) => ScopeFor(caller) switch
    {
        TicketScope.All => caller.IsStaff,
        TicketScope.Company => caller.VisibleCompanyId is not null,
        _ => true,
    };

    /// <summary>
    /// The tickets that it means, in list order. Each combination of scope, status and assignee has an index that yields its rows so. Only for
    /// a request without <see cref="Problems"/>.
    /// </summary>
    public IQueryable<Ticket> Apply(IQueryable<Ticket> tickets, Caller caller)
    {
        tickets = WithStatus(tickets.InScope(ScopeFor(caller), caller));
        var me = caller.Id;
        if (Assignee is "me")
            tickets = tickets.Where(ticket => ticket.AssignedUserId == me);
        return tickets.NewestFirst(UpdatedAt, Id, After);
    }

    // "open" and "closed" name groups here, also where a single status has the same name.
    private IQueryable<Ticket> WithStatus(IQueryable<Ticket> tickets) => Status switch
    {
        "open" => tickets.Where(ticket => ticket.IsOpen),
        "closed" => tickets.Where(ticket => !ticket.IsOpen),
        _ => SnakeCase.Parse<TicketStatus>(Status) is { } status ? tickets.Where(ticket => ticket.Status == status) : tickets,
    };

    private TicketScope ScopeFor(Caller caller) => SnakeCase.Parse<TicketScope>(Scope)
        ?? (caller.IsStaff ? TicketScope.All : caller.VisibleCompanyId is null ? TicketScope.Mine : TicketScope.Company);
}

/// <summary>Whose tickets a list shows.</summary>
internal enum TicketScope
{
    Mine,
    Company,
    All,
}
