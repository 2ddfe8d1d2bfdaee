using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MyPortal.ServiceDefaults.Apis;

/// <summary>Requests that cannot be read are 4xx, things we depend on being away is 503; only what remains is a bug of ours and a 500.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems, Func<Exception, bool> isOutage) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Problem(exception) is not { } problem)
            return false;
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "2";
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    private ProblemDetails? Problem(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => Unreadable(json),
        BadHttpRequestException bad => With(bad.StatusCode),
        // A form that is none, for example with an encoded NUL.
        InvalidDataException => With(StatusCodes.Status400BadRequest),
        _ when isOutage(exception) || IsDatabaseAway(exception) => With(StatusCodes.Status503ServiceUnavailable),
        _ => null,
    };

    // The parser's own message may quote what was sent; the path to the field is enough.
    private static ProblemDetails Unreadable(JsonException json) => json.Path is ['$', '.', .. var field]
        ? new HttpValidationProblemDetails(new Dictionary<string, string[]> { [field] = [$"This is not a value that {field} can have."] })
        {
            Status = StatusCodes.Status400BadRequest,
        }
        : With(StatusCodes.Status400BadRequest, "The request body is not the JSON object that this operation expects, or lacks a field that it needs.");

    private static bool IsDatabaseAway(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is DbException { IsTransient: true } or TimeoutException)
                return true;
        }
        return false;
    }

    private static ProblemDetails With(int status, string? detail = null) => new() { Status = status, Detail = detail };
}
