using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls.Calendars;

/// <summary>Calls as iCalendar: one to keep, or a technician's own as a calendar to subscribe to.</summary>
internal static class CalendarEndpoints
{
    private const string MediaType = "text/calendar; charset=utf-8";

    public static void MapCallFiles(this RouteGroupBuilder tickets) =>
        tickets.MapGet("/{number:long}/calls/{id:guid}.ics", CallAsync).WithName("ReadCallFile").WithTags("Calendars").TagTicketNumber()
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar")
            .ProducesProblem(StatusCodes.Status404NotFound);

    public static void MapCalendars(this WebApplication app) =>
        app.MapGet("/calendars/{token}.ics", FeedAsync).WithName("ReadCalendar").WithTags("Calendars").AllowAnonymous()
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar")
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Read one call as an iCalendar file.</summary>
    /// <remarks>The link to join is in it for those who may join. No address of a person is.</remarks>
    /// <param name="number">The ticket's number.</param>
    /// <param name="id">The call's id.</param>
    /// <response code="200">An iCalendar object (RFC 5545) with one event.</response>
    /// <response code="404">There is no such call on this ticket, or not for this caller.</response>
    public static async Task<Results<FileContentHttpResult, NotFound>> CallAsync(
        long number, Guid id, Caller caller, TicketDbContext db, CalendarCalls shown, CallCalendar calendar, CancellationToken cancellationToken)
    {
        var found = await db.Tickets.AsNoTracking().VisibleTo(caller).Where(ticket => ticket.Number == number)
            .SelectMany(ticket => db.Set<Call>().Where(call => call.Id == id && call.TicketId == ticket.Id), (ticket, call) =>
                new CallOnTicket(call, ticket.Number, ticket.Subject, new PersonReference(ticket.RequesterId, ticket.Requester.Name), ticket.AssignedUserId))
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return TypedResults.NotFound();
        var text = calendar.Publish(shown.Show(found, caller));
        return TypedResults.File(Encoding.UTF8.GetBytes(text), MediaType, $"call-{number}.ics");
    }

    /// <summary>Read a technician's calls as a calendar to subscribe to: a month back, and all to come.</summary>
    /// <param name="token">The secret part of the address. It is all that a calendar program has, so nobody signs in here.</param>
    /// <response code="200">An iCalendar object (RFC 5545) with an <c>ETag</c>.</response>
    /// <response code="304">Unchanged since the version that <c>If-None-Match</c> names.</response>
    /// <response code="404">There is no such calendar, or no longer.</response>
    public static async Task<Results<FileContentHttpResult, NotFound>> FeedAsync(
        string token, TicketDbContext db, CalendarCalls shown, CallCalendar calendar, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var hash = CalendarFeed.Hash(token);
        var owner = await db.CalendarFeeds.AsNoTracking().Where(feed => feed.TokenHash == hash)
            .Join(db.People, feed => feed.PersonId, person => person.Id, (_, person) => person)
            .SingleOrDefaultAsync(cancellationToken);
        // Whoever is no longer staff may not see other people's tickets, this way either.
        if (owner is not { Role: Role.Technician or Role.Administrator })
            return TypedResults.NotFound();

        var reader = owner.AsCaller();
        var calls = await db.CallsOf(reader, clock.GetUtcNow().AddDays(-31), DateTimeOffset.MaxValue, CallStatus.Cancelled, CallStatus.Rejected)
            .ToListAsync(cancellationToken);
        var bytes = Encoding.UTF8.GetBytes(calendar.Feed("MyPortal calls", calls.ConvertAll(call => shown.Show(call, reader))));
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(bytes, MediaType,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
    }
}
