using Microsoft.AspNetCore.Mvc;

namespace MyPortal.CalComStandIn.Pages;

internal static class PageSetup
{
    // No frame-ancestors: the whole point of the booking pages is that others frame them.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'";

    public static void AddStandInPages(this IServiceCollection services) => services.AddRazorPages(options =>
    {
        options.Conventions.AddPageRoute("/Book", "/{user}/{slug}/embed");
        // SameSitePosts says why.
        options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
    });

    /// <summary>Gives pages their headers, and whoever asks for what there is not an answer of their kind: people a page, programs problem details.</summary>
    public static void UsePageConventions(this IApplicationBuilder app)
    {
        app.UseWhen(IsForPrograms, programs => programs.UseStatusCodePages());
        app.UseWhen(context => !IsForPrograms(context), pages => pages.Use(AddHeaders).UseStatusCodePagesWithReExecute("/not-found"));
    }

    public static void MapStandInPages(this IEndpointRouteBuilder routes) => routes.MapRazorPages();

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/v2") || context.Request.Path.StartsWithSegments("/_stand-in");

    private static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
