using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;
using MyPortal.Web.Security;

namespace MyPortal.Web.Pages;

/// <summary>
/// Where the unsubscribe link of a mail leads. Reading the page ends nothing, because mail servers read links too; its one button does, and so
/// does a mail program's own (RFC 8058), which has neither cookies nor an antiforgery token. The token in the address is the permission.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(UnsubscribeClient subscriptions) : PageModel
{
    public enum Progress
    {
        Asks,
        Done,
        Failed,
        UnknownLink,
    }

    public Progress Now { get; private set; }

    /// <summary>What the link ends; null when it is not known.</summary>
    public UnsubscribeOffer? Offer { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken)
    {
        HttpContext.KeepAddressSecret();
        var result = await subscriptions.ReadAsync(token, cancellationToken);
        if (!result.Succeeded)
            Refuse(result.Refusal!);
        Offer = result.Value;
    }

    public async Task OnPostAsync(string token, CancellationToken cancellationToken)
    {
        HttpContext.KeepAddressSecret();
        try
        {
            var result = await subscriptions.EndAsync(token, cancellationToken);
            if (!result.Succeeded)
            {
                Refuse(result.Refusal!);
                return;
            }
            Now = Progress.Done;
        }
        catch (ApiUnavailableException)
        {
            Now = Progress.Failed;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        Offer = (await subscriptions.ReadAsync(token, cancellationToken).IfInTimeAsync(cancellationToken))?.Value;
    }

    private void Refuse(Refusal refusal)
    {
        Now = refusal.Status == HttpStatusCode.NotFound ? Progress.UnknownLink : throw new ApiRefusedException(refusal.Status);
        Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
