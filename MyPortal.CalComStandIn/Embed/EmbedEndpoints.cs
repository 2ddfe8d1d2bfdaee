using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPortal.CalComStandIn.Embed;

internal static class EmbedEndpoints
{
    // On the very first start npm may be at it; most pages wait ten seconds before they give up.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(8);

    public static void AddEmbedScript(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<EmbedScriptOptions>(builder.Configuration.GetRequiredSection(EmbedScriptOptions.Section));
        builder.Services.AddSingleton<EmbedPackage>().AddSingleton<EmbedScript>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EmbedScript>());
    }

    public static void MapEmbedScript(this IEndpointRouteBuilder routes) => routes.MapGet("/embed/embed.js", GetAsync);

    private static async Task<Results<PhysicalFileHttpResult, ContentHttpResult>> GetAsync(
        EmbedScript script, EmbedPackage package, CancellationToken cancellationToken) =>
        await script.IsAvailableAsync(Timeout, cancellationToken)
            ? TypedResults.PhysicalFile(package.Script, "text/javascript; charset=utf-8")
            : TypedResults.Text($"// Cal.com stand-in: {script.Missing}\n", "text/javascript", statusCode: StatusCodes.Status503ServiceUnavailable);
}
