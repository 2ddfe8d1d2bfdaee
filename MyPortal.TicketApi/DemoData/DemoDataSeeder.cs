using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.DemoData;

/// <summary>Writes the demo tickets, always with the same numbers and ids, dated back from now. Development only.</summary>
internal sealed class DemoDataSeeder(TicketDbContext db, DemoConnection connection, TimeProvider clock)
{
    private const long FirstNumber = 1001;

    /// <summary>Throws everything away and seeds again: afterwards the data is as after a first start.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        // One at a time, and nobody sees it half done.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"lock table tickets in share row exclusive mode", cancellationToken);
        await db.Connections.ExecuteDeleteAsync(cancellationToken);
        await db.Tickets.ExecuteDeleteAsync(cancellationToken);
        await db.People.ExecuteDeleteAsync(cancellationToken);
        await db.Companies.ExecuteDeleteAsync(cancellationToken);
        await db.AutomationRules.ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(SeededRules.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancellationToken);
        await SeedAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var people = await DemoDataFiles.PeopleAsync(cancellationToken);
        var tickets = await DemoDataFiles.TicketsAsync(cancellationToken);
        var companies = people.Companies.ToDictionary(company => company.Name, company => company.Id);

        db.Companies.AddRange(people.Companies.Select(company => new Company { Id = company.Id, Name = company.Name }));
        var byEmail = people.People.Select(person => new Person
        {
            Id = person.Id,
            Name = person.Name,
            Email = person.Email,
            Role = person.Role,
            CompanyId = person.Company is null ? null : companies[person.Company],
            SeesCompanyTickets = person.SeesCompanyTickets,
        }).ToDictionary(person => person.Email);
        db.People.AddRange(byEmail.Values);
        connection.Add(byEmail.Values);

        var now = clock.Now();
        var administrator = byEmail.Values.First(person => person.Role is Role.Administrator);
        db.Tickets.AddRange(tickets.Select((ticket, index) => Build(ticket, FirstNumber + index, byEmail, administrator, now)));
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select setval('ticket_numbers', {FirstNumber + tickets.Count - 1})", cancellationToken);
    }

    private static Ticket Build(DemoTicket demo, long number, Dictionary<string, Person> people, Person administrator, DateTimeOffset now)
    {
        var opened = now.AddHours(-demo.OpenedHoursAgo);
        var first = demo.Replies.Count > 0 ? now.AddHours(-demo.Replies[0].HoursAgo) : now;
        var requester = people[demo.Requester];
        var ticket = Ticket.Open(requester.AsCaller(), demo.Subject, demo.Description, demo.Priority, opened, DemoId(number, 0), number);

        // Somebody hands the ticket out on the way to its first reply.
        var assignee = demo.Assignee is null ? null : people[demo.Assignee];
        if (assignee is not null)
            ticket.Assign(new PersonReference(assignee.Id, assignee.Name), null, new Change(administrator.Id, opened + (first - opened) / 4));
        if (assignee is not null && demo.Status is not TicketStatus.Open)
            ticket.ChangeStatus(TicketStatus.InProgress, new Change(assignee.Id, opened + (first - opened) / 2));

        foreach (var reply in demo.Replies)
            ticket.Reply(reply.Body, reply.Internal, people[reply.Author].AsCaller(), new Change(people[reply.Author].Id, now.AddHours(-reply.HoursAgo)));
        if (demo.Replies.Count > 0 && (assignee ?? administrator) is { } closer)
            ticket.ChangeStatus(demo.Status, new Change(closer.Id, now.AddHours(-demo.Replies[^1].HoursAgo).AddMinutes(1)));
        foreach (var watcher in demo.Watchers ?? [])
            ticket.AddWatcher(people[watcher].Id, opened);
        return ticket;
    }

    private static Guid DemoId(long number, int part) => Guid.Parse($"0198c000-0000-7000-8000-{part:x4}{number:x8}");
}
