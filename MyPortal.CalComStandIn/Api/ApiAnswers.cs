using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPortal.CalComStandIn.Api;

internal sealed record ApiAnswer<T>(T Data)
{
    public string Status { get; } = "success";
}

internal sealed record ApiErrorDetails(string Message, string Error, int StatusCode);

internal sealed record ApiError(string Code, string Message, ApiErrorDetails Details);

internal sealed record ApiErrorAnswer(ApiError Error, DateTimeOffset Timestamp, string Path)
{
    public string Status { get; } = "error";
}

/// <summary>Refusals in the shape that Cal.com's API gives them, which is no problem details.</summary>
internal static class ApiErrors
{
    public static JsonHttpResult<ApiErrorAnswer> NotFound(HttpContext context, string message) =>
        Answer(context, StatusCodes.Status404NotFound, "NotFoundException", message);

    public static JsonHttpResult<ApiErrorAnswer> Conflict(HttpContext context, string message) =>
        Answer(context, StatusCodes.Status409Conflict, "ConflictException", message);

    public static JsonHttpResult<ApiErrorAnswer> BadRequest(HttpContext context, IEnumerable<string> messages) =>
        Answer(context, StatusCodes.Status400BadRequest, "BadRequestException", string.Join(", ", messages));

    public static JsonHttpResult<ApiErrorAnswer> Answer(HttpContext context, int status, string code, string message)
    {
        var error = new ApiError(code, message, new ApiErrorDetails(message, code, status));
        return TypedResults.Json(new ApiErrorAnswer(error, DateTimeOffset.UtcNow, context.Request.Path), statusCode: status);
    }
}
