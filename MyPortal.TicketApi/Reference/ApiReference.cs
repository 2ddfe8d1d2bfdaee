using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MyPortal.ServiceDefaults;
using Scalar.AspNetCore;

namespace MyPortal.TicketApi.Reference;

/// <summary>The OpenAPI document (<c>/openapi/v1.json</c>) and a page to browse it (<c>/scalar</c>), both in Development only.</summary>
internal static class ApiReference
{
    private const string Bearer = "bearer";

    public static void AddApiReference(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer(Describe));

        // The build starts the app, with no database, to write openapi.json: that nothing can be reached then is no news.
        if (OpenApiBuild.IsRunning)
            builder.Logging.ClearProviders();
    }

    public static void MapApiReference(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapOpenApi();
        app.MapScalarApiReference(options => options.WithTitle("MyPortal tickets"));
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "MyPortal TicketApi",
            Version = "v1",
            Description = "Tickets, their replies and their timeline. Every refusal is an RFC 9457 problem (application/problem+json). "
                + "What the caller may not see does not exist for them: 404.",
        };
        // Where it runs is the deployment's business, and must not make the committed document differ from machine to machine.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
            Description = "Access token of ProfileApi, valid for ten minutes.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
            EveryRefusalIsAProblem(operation, document);
        return Task.CompletedTask;
    }

    // TypedResults.NotFound() says nothing of a body; the status code pages add the problem.
    private static void EveryRefusalIsAProblem(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status[0] is '4' or '5' && response is OpenApiResponse { Content: null or { Count: 0 } } refusal)
            {
                refusal.Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
                };
            }
        }
    }
}
