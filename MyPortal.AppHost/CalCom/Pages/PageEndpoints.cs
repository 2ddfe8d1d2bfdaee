using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;
using MyPortal.AppHost.CalCom.Scheduling;
using MyPortal.AppHost.CalCom.Webhooks;
using static MyPortal.AppHost.CalCom.Pages.PageResults;

namespace MyPortal.AppHost.CalCom.Pages;

internal static class PageEndpoints
{
    // No frame-ancestors: the whole point of the booking pages is that others frame them.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'";

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AddEndpointFilter(AddHeadersAsync);
        pages.MapGet("/", Index);
        pages.MapGet("/embed/embed.js", EmbedScriptAsync);
        pages.MapSettings();
        pages.MapHostBookings();
        pages.MapAttendeePages();
        pages.MapGet("/{user}/{slug}", BookingPageAsync);
        pages.MapGet("/{user}/{slug}/embed", BookingPageAsync);
        // Only what is asked for: a form or JSON that fits no route is told so and not that there is no page.
        pages.MapFallback(NotFound).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }

    private static ContentHttpResult Index(EmbedScript script, Bookings bookings, WebhookRegistry webhooks) =>
        Html(IndexPage.Render(script.Missing, bookings.All.Count, bookings.All.Select(b => b.User).Concat(webhooks.Users).Append("tess").Distinct().Order()));

    private static async Task<Results<PhysicalFileHttpResult, ContentHttpResult>> EmbedScriptAsync(
        EmbedScript script, CancellationToken cancellationToken)
    {
        // On the very first start npm may be at it; most pages wait ten seconds before they give up.
        if (await script.IsAvailableAsync(TimeSpan.FromSeconds(8), cancellationToken))
            return TypedResults.PhysicalFile(script.Location, "text/javascript; charset=utf-8");

        return TypedResults.Text($"// Cal.com stand-in: {script.Missing}\n", "text/javascript", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<ContentHttpResult, EmptyHttpResult>> BookingPageAsync(
        string user, string slug, Bookings bookings, HttpContext context, IHostApplicationLifetime lifetime)
    {
        var failure = FailureSwitch.For(slug, context.Request.Query);
        if (failure == FailureSwitch.Hang)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return TypedResults.Empty;
        }

        if (failure == FailureSwitch.NotFound || slug == "embed")
            return NotFound();

        if (failure == FailureSwitch.BlockedFrame)
            context.Response.Headers[HeaderNames.XFrameOptions] = "DENY";
        var moving = context.Request.Query["rescheduleUid"] is [{ } uid] ? bookings.Find(uid) : null;
        return Html(BookingPage.Render(new EventType(user, slug), context.Request.Query, failure, moving));
    }

    private static ContentHttpResult NotFound() => Html(BookingPage.RenderNotFound(), StatusCodes.Status404NotFound);

    private static ValueTask<object?> AddHeadersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
