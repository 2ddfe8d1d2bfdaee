using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MyPortal.AppHost.CalCom.Scheduling;

/// <summary>What the booking pages ask for; and, for tests, what has been booked.</summary>
internal static class BookingEndpoints
{
    public static void MapBookings(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/_stand-in");
        api.MapGet("/bookings", ListBookings);
        api.MapGet("/slots/{user}/{slug}", ListSlots);
        api.MapPost("/bookings/{user}/{slug}", Book);
    }

    private static Ok<IReadOnlyList<Booking>> ListBookings(Bookings bookings, string? user = null) =>
        TypedResults.Ok(user is null ? bookings.All : bookings.Of(user));

    private static Ok<IEnumerable<Slot>> ListSlots(string user, string slug, Calendar calendar) =>
        TypedResults.Ok(calendar.Free(new EventType(user, slug)));

    private static Results<Created<Booking>, ValidationProblem, ProblemHttpResult> Book(
        string user, string slug, BookingRequest request, Calendar calendar, BookingActions actions, HttpRequest http)
    {
        var eventType = new EventType(user, slug);
        var slot = !request.AnyTime ? calendar.Find(eventType, request.Start)
            : Calendar.IsThinkable(request.Start) ? new Slot(request.Start, request.Start.AddMinutes(eventType.Minutes))
            : null;
        var errors = request.Errors();
        if (slot is null)
            errors["start"] = ["No such time is offered."];
        if (slot is null || errors.Count > 0)
            return TypedResults.ValidationProblem(errors);

        var outcome = request.RescheduleUid is { Length: > 0 } uid
            ? actions.Reschedule(uid, request.Move(slot, eventType), request.AnyTime, http.Origin())
            : actions.Book(eventType, slot, request.Details(), request.AnyTime, http.Origin());
        return outcome.Booking is null
            ? TypedResults.Problem(outcome.Problem, statusCode: outcome.Status)
            : TypedResults.Created("/_stand-in/bookings", outcome.Booking);
    }

    /// <summary>The form's limits, in characters.</summary>
    internal static class Limits
    {
        public const int Name = 100;
        public const int Email = 254;
        public const int Notes = 5000;
        public const int Reason = 500;
    }
}
