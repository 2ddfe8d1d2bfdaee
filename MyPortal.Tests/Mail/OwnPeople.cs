using Microsoft.EntityFrameworkCore;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Reminders;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Watchers;

using Person = MyPortal.TicketApi.Tickets.People.Person;

namespace MyPortal.Tests.Mail;

/// <summary>People whom only one test knows, straight in the database: what TicketApi knows of their rights changes only as the test says.</summary>
internal static class OwnPeople
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Person> AddTechnicianAsync(this PortalFixture portal, params int[] reminders) =>
        portal.AddAsync(Role.Technician, companyId: null, seesCompany: false, reminders);

    public static async Task<Person> AddColleagueAsync(this PortalFixture portal, Fixtures.Person of, bool seesCompany, params int[] reminders)
    {
        await using var db = await portal.TicketDbAsync();
        var company = await db.People.Where(person => person.Id == of.Id).Select(person => person.CompanyId).SingleAsync(Stop);
        return await portal.AddAsync(Role.Customer, company, seesCompany, reminders);
    }

    /// <summary>As if they had pressed <i>Watch</i> at a time when they were allowed to.</summary>
    public static async Task WatchAsync(this PortalFixture portal, long number, params IEnumerable<Person> people)
    {
        await using var db = await portal.TicketDbAsync();
        var ticketId = await db.Tickets.Where(ticket => ticket.Number == number).Select(ticket => ticket.Id).SingleAsync(Stop);
        db.Watchers.AddRange(people.Select(person => new TicketWatcher { TicketId = ticketId, PersonId = person.Id, Since = DateTimeOffset.UtcNow }));
        await db.SaveChangesAsync(Stop);
    }

    private static async Task<Person> AddAsync(this PortalFixture portal, Role role, Guid? companyId, bool seesCompany, int[] reminders)
    {
        await using var db = await portal.TicketDbAsync();
        var id = Guid.NewGuid();
        var person = new Person { Id = id, Name = "Wanda Watcher", Email = $"{id:n}@x.example", Role = role, CompanyId = companyId, SeesCompanyTickets = seesCompany };
        db.Add(person);
        if (reminders.Length > 0)
            db.ReminderChoices.Add(new ReminderChoice { PersonId = id, MinutesBefore = reminders });
        await db.SaveChangesAsync(Stop);
        return person;
    }
}
