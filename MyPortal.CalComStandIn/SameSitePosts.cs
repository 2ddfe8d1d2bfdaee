namespace MyPortal.CalComStandIn;

internal static class SameSitePosts
{
    /// <summary>
    /// Refuses what another site's page makes a browser send, forms and JSON alike. The stand-in has no sessions, but it sends requests on
    /// demand, and a developer's browser also visits other sites. It stands in place of antiforgery tokens: their cookie would be a third
    /// party's in the frames that the booking pages are made for.
    /// </summary>
    public static void UseSameSitePosts(this IApplicationBuilder app) => app.Use((context, next) =>
        HttpMethods.IsGet(context.Request.Method) || context.Request.Headers["Sec-Fetch-Site"] != "cross-site"
            ? next(context)
            : TypedResults.Problem("Only the stand-in's own pages may do this.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context));
}
