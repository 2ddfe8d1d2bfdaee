using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MyPortal.AppHost.CalCom;

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

    private static Ok<IReadOnlyList<Booking>> ListBookings(Bookings bookings) => TypedResults.Ok(bookings.All);

    private static Ok<IEnumerable<Slot>> ListSlots(string user, string slug, Calendar calendar) =>
        TypedResults.Ok(calendar.Free(new EventType(user, slug)));

    private static Results<Created<Booking>, ValidationProblem, ProblemHttpResult> Book(
        string user, string slug, BookingRequest request, Calendar calendar, Bookings bookings)
    {
        var eventType = new EventType(user, slug);
        var slot = calendar.Find(eventType, request.Start);
        var errors = request.Errors();
        if (slot is null)
            errors["start"] = ["No such time is offered."];
        if (slot is null || errors.Count > 0)
            return TypedResults.ValidationProblem(errors);

        var attendee = new Attendee(request.Name!.Trim(), request.Email!.Trim(), request.TimeZone ?? "UTC");
        var booking = bookings.TryBook(eventType, slot, attendee, request.Notes?.Trim() ?? "", request.Metadata ?? []);
        return booking is null
            ? TypedResults.Problem("This time has just been taken. Please choose another.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Created("/_stand-in/bookings", booking);
    }

    private sealed record BookingRequest(
        DateTimeOffset Start, string? Name, string? Email, string? Notes, string? TimeZone, Dictionary<string, string>? Metadata)
    {
        public Dictionary<string, string[]> Errors()
        {
            var errors = new Dictionary<string, string[]>();
            if (string.IsNullOrWhiteSpace(Name) || Name.Length > Limits.Name)
                errors["name"] = [$"Enter your name (at most {Limits.Name} characters)."];
            if (!new EmailAddressAttribute().IsValid(Email?.Trim() ?? "") || Email!.Length > Limits.Email)
                errors["email"] = ["Enter an e-mail address such as name@company.example."];
            if (Notes?.Length > Limits.Notes)
                errors["notes"] = [$"Keep the notes within {Limits.Notes} characters."];
            return errors;
        }
    }

    /// <summary>The form's limits, in characters.</summary>
    internal static class Limits
    {
        public const int Name = 100;
        public const int Email = 254;
        public const int Notes = 5000;
    }
}
