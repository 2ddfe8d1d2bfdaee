using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyPortal.AppHost.CalCom.Scheduling;

namespace MyPortal.AppHost.CalCom.Api;

internal static class BookingApi
{
    public static void MapBookingApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bookings", List);
        api.MapGet("/bookings/{uid}", Get);
    }

    private static Results<Ok<BookingPage>, JsonHttpResult<ApiErrorAnswer>> List(
        ApiCaller caller, Bookings bookings, TimeProvider time, HttpContext context)
    {
        var query = new BookingQuery(context.Request.Query, caller.PagesByCursor, time.GetUtcNow());
        if (query.Errors.Count > 0)
            return ApiErrors.BadRequest(context, query.Errors);

        var matching = query.Matching(bookings.Of(caller.User));
        var page = query.Page(matching);
        var origin = context.Request.Origin();
        return TypedResults.Ok(new BookingPage(
            page.Select(b => BookingOutput.Of(b, origin)),
            caller.PagesByCursor ? query.CursorAfter(page, matching) : query.Numbers(page.Count, matching.Count)));
    }

    private static Results<Ok<ApiAnswer<BookingOutput>>, JsonHttpResult<ApiErrorAnswer>> Get(
        string uid, ApiCaller caller, Bookings bookings, HttpContext context) =>
        bookings.Find(uid) is { } booking && booking.User == caller.User
            ? TypedResults.Ok(new ApiAnswer<BookingOutput>(BookingOutput.Of(booking, context.Request.Origin())))
            : ApiErrors.NotFound(context, $"Booking with uid={uid} was not found in the database");

    private sealed record BookingPage(IEnumerable<BookingOutput> Data, object Pagination)
    {
        public string Status { get; } = "success";
    }
}
