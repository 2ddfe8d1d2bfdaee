using System.Security.Claims;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Tickets.People;

/// <summary>Who makes this request, from the claims of a validated token and from nothing else.</summary>
internal sealed record Caller(Guid Id, string Name, string Email, Role Role, Guid? CompanyId, string? CompanyName, bool SeesCompanyTickets)
{
    /// <summary>Technicians and administrators: they see every ticket, with its internal notes, and may change it.</summary>
    public bool IsStaff => Role is Role.Technician or Role.Administrator;

    /// <summary>The company whose tickets the caller may read besides their own, if any.</summary>
    public Guid? VisibleCompanyId => SeesCompanyTickets ? CompanyId : null;

    /// <summary>Null when a claim that decides access is missing or senseless: such a token opens nothing.</summary>
    public static Caller? From(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue("sub"), out var id)
            || user.FindFirstValue("name") is not { Length: > 0 } name
            || SnakeCase.Parse<Role>(user.FindFirstValue("role")) is not { } role || role is Role.Portal)
        {
            return null;
        }

        // Company claims mean something for customers only: staff belong to no company.
        Guid? companyId = role is Role.Customer && Guid.TryParse(user.FindFirstValue("company_id"), out var company) ? company : null;
        return new Caller(id, name, user.FindFirstValue("email") ?? "", role,
            companyId, companyId is null ? null : user.FindFirstValue("company_name") ?? "",
            companyId is not null && user.FindFirstValue("company_tickets") == "true");
    }

    /// <summary>Lets a handler ask for the caller as a parameter. The authorization policy has already made sure that there is one.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));
}
