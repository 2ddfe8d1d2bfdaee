using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>What became of an action: the booking as it is now, or why not.</summary>
internal sealed record Outcome(Booking? Booking, int Status, string? Problem)
{
    public static readonly Outcome NotFound = new(null, StatusCodes.Status404NotFound, "There is no such booking.");

    public static Outcome Done(Booking booking) => new(booking, StatusCodes.Status200OK, null);

    public static Outcome Refused(string problem) => new(null, StatusCodes.Status409Conflict, problem);

    public Results<Ok<Booking>, ProblemHttpResult> ToResult() =>
        Booking is null ? TypedResults.Problem(Problem, statusCode: Status) : TypedResults.Ok(Booking);
}
