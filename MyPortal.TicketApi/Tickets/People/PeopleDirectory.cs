using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Tickets.People;

/// <summary>
/// Keeps the copies in <c>people</c> and <c>companies</c> fresh: before anything refers to a person, they are written here.
/// Runs outside the transaction of the change itself, so that two people who assign to each other cannot deadlock.
/// </summary>
public sealed class PeopleDirectory(TicketDbContext db)
{
    internal async Task RememberAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.CompanyId is { } companyId)
        {
            await db.Database.ExecuteSqlAsync($"""
                insert into companies as known (id, name) values ({companyId}, {caller.CompanyName})
                on conflict (id) do update set name = excluded.name where known.name <> excluded.name
                """, cancellationToken);
        }
        await RememberAsync(caller.Id, caller.Name, caller.Email, caller.Role, caller.CompanyId, caller.SeesCompanyTickets, cancellationToken);
    }

    /// <summary>ProfileApi does not say whether an assignee is technician or administrator; a role known from their own token stays.</summary>
    internal Task RememberAsync(Technician technician, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            insert into people as known (id, name, email, role, company_id)
            values ({technician.Id}, {technician.Name}, {technician.Email}, {SnakeCase.Name(Role.Technician)}, null)
            on conflict (id) do update set name = excluded.name, email = excluded.email
            where (known.name, known.email) is distinct from (excluded.name, excluded.email)
            """, cancellationToken);

    private Task<int> RememberAsync(Guid id, string name, string email, Role role, Guid? companyId, bool seesCompany, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            insert into people as known (id, name, email, role, company_id, sees_company_tickets)
            values ({id}, {name}, {email}, {SnakeCase.Name(role)}, {companyId}, {seesCompany})
            on conflict (id) do update set name = excluded.name, email = excluded.email, role = excluded.role, company_id = excluded.company_id,
                sees_company_tickets = excluded.sees_company_tickets
            where (known.name, known.email, known.role, known.company_id, known.sees_company_tickets)
                is distinct from (excluded.name, excluded.email, excluded.role, excluded.company_id, excluded.sees_company_tickets)
            """, cancellationToken);
}
