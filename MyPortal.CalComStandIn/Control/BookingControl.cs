using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.CalComStandIn.Scheduling;

namespace MyPortal.CalComStandIn.Control;

/// <summary>Every action on a booking. Each body may be left out; each answer is the booking as it is then.</summary>
internal static class BookingControl
{
    public static void MapBookingControl(this IEndpointRouteBuilder control)
    {
        control.MapGet("/booking/{uid}", Get);
        control.MapPost("/booking/{uid}/reschedule", Reschedule);
        control.MapPost("/booking/{uid}/cancel", Cancel);
        control.MapPost("/booking/{uid}/ask-to-reschedule", AskToReschedule);
        control.MapPost("/booking/{uid}/confirm", Confirm);
        control.MapPost("/booking/{uid}/reject", Reject);
        control.MapPost("/booking/{uid}/pay", Pay);
        control.MapPost("/booking/{uid}/no-show", SetNoShow);
        control.MapPost("/booking/{uid}/start-meeting", StartMeeting);
        control.MapPost("/booking/{uid}/end-meeting", EndMeeting);
    }

    private static Results<Ok<Booking>, ProblemHttpResult> Get(string uid, Bookings bookings) =>
        (bookings.Find(uid) is { } booking ? Outcome.Done(booking) : Outcome.NotFound).ToResult();

    /// <summary>To any time, free or not; answers the new booking. Without a start it is a day later.</summary>
    private static Results<Ok<Booking>, ProblemHttpResult> Reschedule(
        string uid, MoveRequest? move, Bookings bookings, BookingActions actions, HttpRequest http)
    {
        if (bookings.Find(uid) is not { } booking)
            return Outcome.NotFound.ToResult();

        var start = move?.Start ?? booking.Start.AddDays(1);
        if (!Calendar.IsThinkable(start))
            return TypedResults.Problem("No such time.", statusCode: StatusCodes.Status400BadRequest);

        var slot = new Slot(start, start + (booking.End - booking.Start));
        var metadata = move?.Metadata ?? [];
        return actions.Reschedule(uid, new BookingMove(slot, move?.By ?? Party.Attendee, move?.Reason, metadata), anyTime: true, http.Origin()).ToResult();
    }

    private static Results<Ok<Booking>, ProblemHttpResult> Cancel(string uid, ReasonRequest? request, BookingActions actions, HttpRequest http) =>
        actions.Cancel(uid, request?.By ?? Party.Attendee, request?.Reason, http.Origin()).ToResult();

    private static Results<Ok<Booking>, ProblemHttpResult> AskToReschedule(string uid, ReasonRequest? request, BookingActions actions, HttpRequest http) =>
        actions.AskToReschedule(uid, request?.Reason, http.Origin()).ToResult();

    private static Results<Ok<Booking>, ProblemHttpResult> Confirm(string uid, BookingActions actions, HttpRequest http) =>
        actions.Confirm(uid, http.Origin()).ToResult();

    private static Results<Ok<Booking>, ProblemHttpResult> Reject(string uid, ReasonRequest? request, BookingActions actions, HttpRequest http) =>
        actions.Reject(uid, request?.Reason, http.Origin()).ToResult();

    private static Results<Ok<Booking>, ProblemHttpResult> Pay(string uid, BookingActions actions, HttpRequest http) =>
        actions.Pay(uid, http.Origin()).ToResult();

    private static Results<Ok<Booking>, ProblemHttpResult> SetNoShow(string uid, NoShowRequest? request, BookingActions actions) =>
        actions.SetNoShow(uid, request?.NoShow ?? true).ToResult();

    private static Results<Ok<Booking>, ProblemHttpResult> StartMeeting(string uid, BookingActions actions, HttpRequest http) =>
        actions.Start(uid, http.Origin()).ToResult();

    private static Results<Ok<Booking>, ProblemHttpResult> EndMeeting(string uid, BookingActions actions, HttpRequest http) =>
        actions.End(uid, http.Origin()).ToResult();

    private sealed record MoveRequest(DateTimeOffset? Start, Party? By, string? Reason, Dictionary<string, string>? Metadata);

    private sealed record ReasonRequest(string? Reason, Party? By);

    private sealed record NoShowRequest(bool NoShow = true);
}
