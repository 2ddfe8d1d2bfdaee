using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Api;

internal static class BookingApi
{
    public static void MapBookingApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bookings", List).WithMetadata(ApiVersion.OfBookings);
        api.MapGet("/bookings/{uid}", Get).WithMetadata(ApiVersion.OfBooking);
    }

    private static Results<Ok<BookingPage>, JsonHttpResult<ApiErrorAnswer>> List(ApiCaller caller, Bookings bookings, HttpContext context)
    {
        var query = new BookingQuery(context.Request.Query);
        if (query.Errors.Count > 0)
            return ApiErrors.BadRequest(context, query.Errors);

        var (page, nextCursor) = query.Page(bookings.Of(caller.User));
        var origin = context.Request.Origin();
        return TypedResults.Ok(new BookingPage(page.Select(b => BookingOutput.Of(b, origin)), new Pagination(nextCursor?.ToString())));
    }

    private static Results<Ok<ApiAnswer<BookingOutput>>, JsonHttpResult<ApiErrorAnswer>> Get(
        string uid, ApiCaller caller, Bookings bookings, HttpContext context) =>
        bookings.Find(uid) is { } booking && booking.User == caller.User
            ? TypedResults.Ok(new ApiAnswer<BookingOutput>(BookingOutput.Of(booking, context.Request.Origin())))
            : ApiErrors.NotFound(context, $"Booking with uid={uid} was not found in the database");

    private sealed record BookingPage(IEnumerable<BookingOutput> Data, Pagination Pagination)
    {
        public string Status { get; } = "success";
    }

    /// <summary>Where the next page begins, if there is one.</summary>
    private sealed record Pagination(string? NextCursor)
    {
        public bool HasMore => NextCursor is not null;
    }
}
