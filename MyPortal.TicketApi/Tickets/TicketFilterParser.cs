using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Paging;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets;

/// <summary>Reads the list's query string, and says about every part of it that makes no sense what would.</summary>
internal static class TicketFilterParser
{
    public static TicketFilter Parse(
        Caller caller, string? scope, string? status, string? assignee, string? cursor, int? limit, out Dictionary<string, string[]> errors)
    {
        var found = new Dictionary<string, string[]>();
        errors = found;

        var wantedScope = SnakeCase.Parse<TicketScope>(scope);
        if (wantedScope is null && scope is not null)
            found["scope"] = ["Use mine, company or all."];

        var exact = SnakeCase.Parse<TicketStatus>(status);
        bool? isOpen = status switch { "open" => true, "closed" => false, _ => null };
        if (exact is null && status is not (null or "all"))
            found["status"] = ["Use open, closed, all or one of the statuses of a ticket."];

        if (assignee is not (null or "me"))
            found["assignee"] = ["Use me, or leave it out."];

        var after = cursor is null ? null : Cursor.Decode(cursor);
        if (after is null && cursor is not null)
            found["cursor"] = ["Use the nextCursor of the page before, unchanged."];

        if (limit is < 1 or > TicketFilter.MaxLimit)
            found["limit"] = [$"Use a number from 1 to {TicketFilter.MaxLimit}."];

        // "open" and "closed" name groups here, also where a single status has the same name.
        return new TicketFilter(wantedScope ?? DefaultScope(caller), isOpen, isOpen is null ? exact : null,
            assignee is "me", after, limit ?? TicketFilter.DefaultLimit);
    }

    private static TicketScope DefaultScope(Caller caller) =>
        caller.IsStaff ? TicketScope.All : caller.VisibleCompanyId is null ? TicketScope.Mine : TicketScope.Company;
}
