using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>What the booking pages ask for. Tests book by it, too.</summary>
internal static class BookingEndpoints
{
    public static void MapBookings(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/_stand-in");
        api.MapGet("/slots/{user}/{slug}", ListSlots);
        api.MapPost("/bookings/{user}/{slug}", Book);
    }

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
            : TypedResults.Created($"/_stand-in/booking/{outcome.Booking.Uid}", outcome.Booking);
    }
}
