using System.Net;
using System.Security.Cryptography;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

namespace MyPortal.Web.Errors;

/// <summary>A person gets a page that says what happened and where to go; a program gets problem details (RFC 9457).</summary>
internal static class ErrorsModule
{
    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = context => context.Exception is ApiRefusedException or ApiUnavailableException,
        });
        app.UseWhen(context => context.IsForPrograms(), programs => programs.UseStatusCodePages());
        app.UseWhen(context => !context.IsForPrograms(), people => people.UseStatusCodePagesWithReExecute("/errors/{0}"));
    }

    // A ticket that does not exist and one that this reader may not see are the same 404.
    private static int StatusOf(Exception exception) => exception switch
    {
        ApiRefusedException { Status: HttpStatusCode.Unauthorized } => StatusCodes.Status401Unauthorized,
        ApiRefusedException { Status: HttpStatusCode.Forbidden } => StatusCodes.Status403Forbidden,
        ApiRefusedException { Status: HttpStatusCode.NotFound } => StatusCodes.Status404NotFound,
        ApiRefusedException { Status: HttpStatusCode.BadRequest } => StatusCodes.Status404NotFound,
        ApiUnavailableException or HttpRequestException or TaskCanceledException => StatusCodes.Status503ServiceUnavailable,
        // Nothing can be protected without keys (SharedKeys); what cannot be unprotected never gets here.
        CryptographicException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
