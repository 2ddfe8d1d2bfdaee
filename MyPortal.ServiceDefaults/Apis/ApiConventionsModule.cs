using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scalar.AspNetCore;

namespace MyPortal.ServiceDefaults.Apis;

/// <summary>What every API of the portal has in common: the form of its JSON, of its refusals, and where its description is found.</summary>
public static class ApiConventionsModule
{
    /// <summary>
    /// Enums are snake_case texts, numbers are numbers, and every refusal is an RFC 9457 problem with a <c>detail</c> that helps, also those
    /// that the framework gives by itself.
    /// </summary>
    /// <param name="builder">The API.</param>
    /// <param name="isOutage">
    /// Tells exceptions that mean "something this API needs, besides its database, is away": 503 and worth a second try, no bug. None by default.
    /// </param>
    public static void AddApiConventions(this WebApplicationBuilder builder, Func<Exception, bool>? isOutage = null)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
        // Thrown, what is wrong with a request can be told; the alternative is an empty 400.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = ProblemWording.Complete);
        builder.Services.AddSingleton<IExceptionHandler>(services =>
            new ProblemExceptionHandler(services.GetRequiredService<IProblemDetailsService>(), isOutage ?? (_ => false)));

        // The build starts the app, with nothing that it needs, to write openapi.json: that nothing can be reached then is no news.
        if (OpenApiBuild.IsRunning)
            builder.Logging.ClearProviders();
    }

    /// <summary>First in the pipeline: whatever comes after, its refusals are problems.</summary>
    public static void UseApiConventions(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    /// <summary>The OpenAPI document (<c>/openapi/v1.json</c>) and a page to browse it (<c>/scalar</c>), both in Development only.</summary>
    public static void MapApiReference(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapOpenApi();
        app.MapScalarApiReference(options => options.WithTitle(app.Environment.ApplicationName));
    }
}
