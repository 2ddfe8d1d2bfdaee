using System.Text.Json;

namespace MyPortal.TicketApi.Problems;

/// <summary>Makes every refusal an RFC 9457 problem with a <c>detail</c> that helps, also those that the framework gives by itself.</summary>
internal static class ProblemHandling
{
    /// <summary>Room for the longest text in its longest JSON spelling, and not much more.</summary>
    public const int MaximumBodyBytes = 256 * 1024;

    public static void AddProblemHandling(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaximumBodyBytes);
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        // Thrown, what is wrong with a request can be told; the alternative is an empty 400.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = Complete);
    }

    public static void UseProblemHandling(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Detail ??= Detail(context.HttpContext.Response.StatusCode);
        // Built-in validation names C# properties; clients know the JSON names.
        if (context.ProblemDetails is HttpValidationProblemDetails invalid)
            invalid.Errors = invalid.Errors.ToDictionary(error => JsonNamingPolicy.CamelCase.ConvertName(error.Key), error => error.Value);
    }

    private static string? Detail(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Refusals.InvalidDetail,
        StatusCodes.Status401Unauthorized => "Sign in first: send a valid access token as a bearer token.",
        StatusCodes.Status403Forbidden => "Your role does not allow this.",
        StatusCodes.Status404NotFound => "There is nothing here, or nothing that you may see.",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer that method; see the Allow header.",
        StatusCodes.Status413PayloadTooLarge => "The request body is larger than 256 KB.",
        StatusCodes.Status415UnsupportedMediaType => "Send the request body as application/json.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side. The trace id says where.",
        StatusCodes.Status503ServiceUnavailable => "A service that is needed for this cannot be reached right now. Try again in a moment.",
        _ => null,
    };
}
