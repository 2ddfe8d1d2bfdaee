using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MyPortal.Web.Pages;

/// <summary>What a person reads instead of a bare status code.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public string Heading { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>The same page once more, where that may help: after a failure of ours, and only for what was merely read.</summary>
    public string? AgainUrl { get; private set; }

    /// <summary>Shown only where somebody has to look into it.</summary>
    public string? TraceId => Code >= 500 ? Activity.Current?.TraceId.ToHexString() : null;

    // A failed form arrives here with its own method.
    public void OnGet(int code)
    {
        Show(code);
        if (Code >= 500 && Url.IsLocalUrl(OriginalUrl()))
            AgainUrl = OriginalUrl();
    }

    public void OnPost(int code) => Show(code);

    private string? OriginalUrl() => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } status
        ? status.OriginalPathBase + status.OriginalPath + status.OriginalQueryString
        : HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure ? failure.Path + Request.QueryString : null;

    private void Show(int code)
    {
        // The exception handler runs this page under one address; what really happened is already in the status.
        Code = Response.StatusCode >= 400 ? Response.StatusCode : code;
        Response.StatusCode = Code;
        (Heading, Explanation) = Code switch
        {
            400 => ("This form could not be read", "It may have been open for very long. Go back, reload the page, and send it once more."),
            403 => ("This is not open to you", "Your account may not do this. If it should, ask your administrator."),
            404 => ("There is nothing here", "The address is wrong, or the ticket is not one that you can see."),
            413 => ("That was too much", "The text is longer than the portal takes. Go back and shorten it."),
            429 => ("Too many tries", "Please wait a minute, then try again."),
            503 => ("The portal cannot answer right now", "Please try again in a minute. If you had just changed something, look whether it has arrived."),
            >= 500 => ("Something went wrong on our side", "Nothing that you did. Please try again; if it stays, tell us."),
            _ => ("That did not work", "Please go back and try again."),
        };
    }
}
