using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPortal.AppHost.CalCom.Pages;

internal static class PageResults
{
    public static ContentHttpResult Html(string page, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(page, "text/html; charset=utf-8", statusCode: status);

    /// <summary>After a form is sent: reloading the page that follows sends nothing again.</summary>
    public static SeeOther SeeOther(string path) => new(path);
}

internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
