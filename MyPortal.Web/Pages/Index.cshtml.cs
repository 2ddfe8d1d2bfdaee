using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MyPortal.Web.Pages;

/// <summary>The front door leads to where the person can do something.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => RedirectToPage(User.Identity?.IsAuthenticated == true ? "/Tickets/Index" : "/SignIn");
}
