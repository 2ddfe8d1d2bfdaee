using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyPortal.ServiceDefaults.Apis;

/// <summary>What the OpenAPI documents of the portal's APIs say in the same way.</summary>
public static class ApiDescription
{
    private const string Bearer = "bearer";

    /// <summary>
    /// To be called within an API's own <c>AddOpenApi</c>: the generator that puts documentation comments into the document sees no calls but
    /// those in the API's project.
    /// </summary>
    public static void Describe(this OpenApiOptions options, string title, string description) =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = title, Version = "v1", Description = description };
            // Where it runs is the deployment's business, and must not make the committed document differ from machine to machine.
            document.Servers = [];
            DemandBearer(document);
            foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
                EveryRefusalIsAProblem(operation, document);
            return Task.CompletedTask;
        });

    private static void DemandBearer(OpenApiDocument document)
    {
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
