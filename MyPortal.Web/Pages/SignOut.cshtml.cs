using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Session;

namespace MyPortal.Web.Pages;

/// <summary>Signs out by POST only; who merely follows a link here is asked nothing and loses nothing.</summary>
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await SessionCookie.SignOutAsync(HttpContext, cancellationToken);
        return RedirectToPage("/SignIn");
    }
}
