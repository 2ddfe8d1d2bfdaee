using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MyPortal.Web.Security;
using MyPortal.Web.Session;

namespace MyPortal.Web.Pages;

/// <summary>Sign-in with e-mail address and password. The answer never tells whether the address is known.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(TokenClient tokens, DemoAccounts demo, ILogger<SignInModel> logger) : PageModel
{
    public string? ReturnUrl { get; private set; }

    public string? Email { get; private set; }

    public string? Message { get; private set; }

    /// <summary>Present in Development only.</summary>
    public DemoAccountList? Demo => demo.List;

    public IActionResult OnGet(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        return User.Identity?.IsAuthenticated == true ? Onwards() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? email, string? password, string? returnUrl, CancellationToken cancellationToken)
    {
        (Email, ReturnUrl) = (email?.Trim(), returnUrl);
        if (string.IsNullOrEmpty(Email) || string.IsNullOrEmpty(password))
            return Refuse("Enter your e-mail address and your password.", StatusCodes.Status400BadRequest);
        try
        {
            var result = await tokens.SignInAsync(Email, password, cancellationToken);
            if (result.Tokens is not { } granted)
                return Refuse(result.Refusal!, StatusCodes.Status400BadRequest);
            await SessionCookie.SignInAsync(HttpContext, granted, cancellationToken);
            return Onwards();
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(exception, "Nobody can sign in: ProfileApi did not answer.");
            return Refuse("Signing in does not work right now. Please try again in a minute.", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private PageResult Refuse(string message, int status)
    {
        Message = message;
        Response.StatusCode = status;
        return Page();
    }

    // Only to our own pages: an absolute or protocol-relative address would make this page a springboard for phishing.
    private LocalRedirectResult Onwards() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/tickets");
}
