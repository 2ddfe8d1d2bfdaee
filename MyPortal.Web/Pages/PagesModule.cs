namespace MyPortal.Web.Pages;

internal static class PagesModule
{
    public static void AddPages(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DemoAccounts>();
        services.AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new NeverStored());
        });
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "portal-forms";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The headers of this project say it better, and for every answer.
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Every page needs a session unless it says otherwise.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes) => routes.MapRazorPages().WithStaticAssets().RequireAuthorization();

    /// <summary>Pages hold tickets; no cache, not even the browser's own on a shared machine, may keep them (ASVS 14.3.2).</summary>
    private sealed class NeverStored : Microsoft.AspNetCore.Mvc.Filters.IResultFilter
    {
        public void OnResultExecuting(Microsoft.AspNetCore.Mvc.Filters.ResultExecutingContext context) =>
            // In the words that antiforgery uses as well: it would warn of any others, on every page.
            context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";

        public void OnResultExecuted(Microsoft.AspNetCore.Mvc.Filters.ResultExecutedContext context)
        {
        }
    }
}
