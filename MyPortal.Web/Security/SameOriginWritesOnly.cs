namespace MyPortal.Web.Security;

/// <summary>
/// Marks endpoints that scripts call with the session cookie. Their unsafe methods are answered only to our own pages: browsers say where a
/// request comes from in <c>Sec-Fetch-Site</c> and <c>Origin</c>, which no page can forge (OWASP Cross-Site Request Forgery Prevention, "Fetch
/// Metadata" and "Verifying Origin"). Pages' own forms carry an antiforgery token instead.
/// </summary>
internal sealed class SameOriginWritesOnly
{
    public static readonly SameOriginWritesOnly Instance = new();

    private SameOriginWritesOnly()
    {
    }

    /// <summary>Refuses with 403; runs after routing, because only then is it known which endpoint is meant.</summary>
    public static Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SameOriginWritesOnly>() is null || IsSafe(context.Request.Method) || IsOurs(context.Request))
            return next(context);
        return Results.Problem(
            statusCode: StatusCodes.Status403Forbidden,
            title: "Cross-site request refused",
            detail: "Changes are accepted only from the portal's own pages.").ExecuteAsync(context);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
