using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls.Calendars;

internal static class FeedEndpoints
{
    public static void MapFeeds(this RouteGroupBuilder bookings)
    {
        var feed = bookings.MapGroup("/feed").WithTags("Calendars").RequireAuthorization(AccessPolicies.Staff)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        feed.MapGet("/", ReadAsync).WithName("ReadCalendarFeed");
        feed.MapPost("/", CreateAsync).WithName("CreateCalendarFeed");
        feed.MapDelete("/", RevokeAsync).WithName("RevokeCalendarFeed");
    }

    /// <summary>Read whether the caller has a calendar address.</summary>
    /// <remarks>For technicians and administrators.</remarks>
    public static async Task<Ok<FeedState>> ReadAsync(
        Caller caller, TicketDbContext db, CancellationToken cancellationToken)
    {
        var created = await db.CalendarFeeds.Where(feed => feed.PersonId == caller.Id)
            .Select(feed => (DateTimeOffset?)feed.CreatedAt).SingleOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(new FeedState(created is not null, created));
    }

    /// <summary>Make a calendar address with the caller's calls. The one before, if any, ends.</summary>
    /// <remarks>For technicians and administrators.</remarks>
    /// <response code="201">The address, this once.</response>
    public static async Task<Created<NewFeed>> CreateAsync(
        Caller caller, TicketDbContext db, PeopleDirectory people, PortalLinks links, TimeProvider clock, CancellationToken cancellationToken)
    {
        await people.RememberAsync(caller, cancellationToken);
        var token = CalendarFeed.NewToken();
        await db.Database.ExecuteSqlAsync($"""
            insert into calendar_feeds (person_id, token_hash, created_at) values ({caller.Id}, {CalendarFeed.Hash(token)}, {clock.Now()})
            on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
            """, cancellationToken);
        var url = links.Calendar(token);
        return TypedResults.Created(url, new NewFeed(url));
    }

    /// <summary>End the caller's calendar address.</summary>
    /// <remarks>For technicians and administrators.</remarks>
    /// <response code="204">There is none any more.</response>
    public static async Task<NoContent> RevokeAsync(
        Caller caller, TicketDbContext db, CancellationToken cancellationToken)
    {
        await db.CalendarFeeds.Where(feed => feed.PersonId == caller.Id).ExecuteDeleteAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
