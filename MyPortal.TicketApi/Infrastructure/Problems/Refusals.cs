using Microsoft.AspNetCore.Http.HttpResults;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.TicketApi.Infrastructure.Problems;

/// <summary>The refusals that handlers give, worded for the people who will read them.</summary>
internal static class Refusals
{
    public static ProblemHttpResult Forbidden(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult Stale(string what) => TypedResults.Problem(
        $"Somebody changed this {what} after you read it. Read it again, then repeat your change.",
        statusCode: StatusCodes.Status412PreconditionFailed);

    public static ProblemHttpResult VersionRequired(string what) => TypedResults.Problem(
        $"Say which version of the {what} you are changing: send its version, in double quotes, in the If-Match header.",
        statusCode: StatusCodes.Status428PreconditionRequired);

    public static ValidationProblem Invalid(string field, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, ProblemWording.Invalid);
}
