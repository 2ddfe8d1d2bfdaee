using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MyPortal.ServiceDefaults.Apis;

/// <summary>What the portal's APIs say where nothing more exact is known than the status.</summary>
public static class ProblemWording
{
    /// <summary>The detail of a validation problem; what is wrong stands in its <c>errors</c>.</summary>
    public const string Invalid = "Some of what was sent cannot be accepted; see errors.";

    internal static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var invalid = problem as HttpValidationProblemDetails;
        problem.Detail ??= invalid is not null ? Invalid : Detail(problem.Status ?? context.HttpContext.Response.StatusCode);
        // Built-in validation names C# properties; clients know the JSON names.
        if (invalid is not null)
            invalid.Errors = invalid.Errors.ToDictionary(error => JsonNamingPolicy.CamelCase.ConvertName(error.Key), error => error.Value);
    }

    private static string? Detail(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read: a parameter or the body is missing or has the wrong form.",
        StatusCodes.Status401Unauthorized => "Sign in first: send a valid access token as a bearer token.",
        StatusCodes.Status403Forbidden => "Your role does not allow this.",
        StatusCodes.Status404NotFound => "There is nothing here, or nothing that you may see.",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer that method; see the Allow header.",
        StatusCodes.Status413PayloadTooLarge => "The request body is larger than this service takes.",
        StatusCodes.Status415UnsupportedMediaType => "Send the request body as application/json.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side. The trace id says where.",
        StatusCodes.Status503ServiceUnavailable => "A service that is needed for this cannot be reached right now. Try again in a moment.",
        _ => null,
    };
}
