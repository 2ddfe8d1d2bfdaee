using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls.Reminders;

internal static class ReminderEndpoints
{
    public static void MapReminders(this RouteGroupBuilder bookings)
    {
        var reminders = bookings.MapGroup("/reminders").WithTags("Reminders");
        reminders.MapGet("/", ReadAsync).WithName("ReadReminders");
        reminders.MapPut("/", ChooseAsync).WithName("ChooseReminders");
    }

    /// <summary>Read when the caller is reminded of calls.</summary>
    /// <remarks>Of calls that they take part in, calls on tickets that they opened, and calls on tickets that they watch.</remarks>
    public static async Task<Ok<ReminderTimes>> ReadAsync(Caller caller, TicketDbContext db, CancellationToken cancellationToken)
    {
        var choice = await db.ReminderChoices.AsNoTracking().SingleOrDefaultAsync(choice => choice.PersonId == caller.Id, cancellationToken);
        return TypedResults.Ok(new ReminderTimes(choice?.MinutesBefore ?? []));
    }

    /// <summary>Choose when to be reminded of calls by mail.</summary>
    /// <response code="200">The times as they hold now, longest before first.</response>
    public static async Task<Results<Ok<ReminderTimes>, ValidationProblem>> ChooseAsync(
        ReminderTimes request, Caller caller, TicketDbContext db, PeopleDirectory people, CancellationToken cancellationToken)
    {
        await people.RememberAsync(caller, cancellationToken);
        int[] minutes = [.. request.MinutesBefore.Distinct().OrderDescending()];
        await db.Database.ExecuteSqlAsync($"""
            insert into reminder_choices (person_id, minutes_before) values ({caller.Id}, {minutes})
            on conflict (person_id) do update set minutes_before = excluded.minutes_before
            """, cancellationToken);
        return TypedResults.Ok(new ReminderTimes(minutes));
    }
}
