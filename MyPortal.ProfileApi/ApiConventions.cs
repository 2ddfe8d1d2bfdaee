using System.Text.Json;
using System.Text.Json.Serialization;
using Scalar.AspNetCore;

namespace MyPortal.ProfileApi;

/// <summary>What all endpoints share: the form of JSON, of problems, and of the API's description.</summary>
internal static class ApiConventions
{
    public static void AddApiConventions(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true; // {} must not mean "remove my link"
        });

        // In Development too, a body that cannot be read is a 400 and not an exception page.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        builder.Services.Configure<ProblemDetailsOptions>(options =>
            options.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= Explain(context.ProblemDetails.Status));
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "MyPortal ProfileApi";
            document.Info.Version = "v1";
            document.Info.Description = "People, their sessions and their booking links. Every call needs an access token as bearer; problems are RFC 9457 problem details.";
            document.Servers = [];
            return Task.CompletedTask;
        }));
    }

    public static void UseApiConventions(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => UnreadableStatus(exception) ?? StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => UnreadableStatus(context.Exception) is not null,
        });
        app.UseStatusCodePages();
    }

    public static void MapApiReference(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;

        app.MapOpenApi();
        app.MapScalarApiReference("/scalar");
    }

    // A request that cannot be read, such as a form with an encoded NUL, is the sender's fault and no error of ours.
    private static int? UnreadableStatus(Exception exception) => exception switch
    {
        BadHttpRequestException badRequest => badRequest.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => null,
    };

    private static string? Explain(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be understood. Compare it with the API's description.",
        StatusCodes.Status401Unauthorized => "Sign in: a valid access token is needed.",
        StatusCodes.Status403Forbidden => "Your role does not allow this.",
        StatusCodes.Status404NotFound => "There is nothing here, or nothing that you may see.",
        StatusCodes.Status405MethodNotAllowed => "This address does not offer this method.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side. The trace id helps us to find it.",
        _ => null,
    };
}
