using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls;

/// <summary>A technician's own calls, soonest first.</summary>
/// <param name="Calls">Every status, also called off and over.</param>
public sealed record MyCalls(IReadOnlyList<MyCall> Calls);

/// <summary>One of them.</summary>
/// <param name="Call">The call.</param>
/// <param name="Ticket">What it is about.</param>
public sealed record MyCall(CallItem Call, CallTicket Ticket);

/// <summary>The ticket of a call.</summary>
/// <param name="Number">What people call the ticket.</param>
/// <param name="Subject">At most 200 characters, one line.</param>
/// <param name="Requester">Who opened it.</param>
public sealed record CallTicket(long Number, string Subject, PersonReference Requester);

internal static class MyCallsEndpoints
{
    private static readonly TimeSpan Back = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(8);
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(62);

    public static void MapMyCalls(this RouteGroupBuilder bookings) =>
        bookings.MapGet("/mine", ListAsync).WithName("ListMyCalls").WithTags("Calls")
            .RequireAuthorization(AccessPolicies.Staff).ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>List the caller's own calls in a span of time, whichever ticket they are about.</summary>
    /// <remarks>For technicians and administrators: the calls of their own calendar.</remarks>
    /// <param name="from">Calls that end after this; an hour ago when left out.</param>
    /// <param name="to">Calls that start before this; eight days from now when left out. At most 62 days after <c>from</c>.</param>
    public static async Task<Results<Ok<MyCalls>, ValidationProblem>> ListAsync(
        DateTimeOffset? from, DateTimeOffset? to, Caller caller, TicketDbContext db, CallItems calls, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (start, end) = ((from ?? now - Back).ToUniversalTime(), (to ?? now + Ahead).ToUniversalTime());
        if (end <= start || end - start > MaxSpan)
            return Refusals.Invalid("to", "Ask for a span of at most 62 days that ends after it begins.");

        var found = await db.CallsOf(caller, start, end).ToListAsync(cancellationToken);
        return TypedResults.Ok(new MyCalls(found.ConvertAll(booked => new MyCall(
            calls.Show(booked.Call, caller, booked.Requester.Id, booked.AssigneeId),
            new CallTicket(booked.TicketNumber, booked.Subject, booked.Requester)))));
    }
}
