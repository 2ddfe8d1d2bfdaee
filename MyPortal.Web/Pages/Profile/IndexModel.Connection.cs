using System.Net;
using Microsoft.AspNetCore.Mvc;
using MyPortal.Web.Clients;
using MyPortal.Web.Wording;

namespace MyPortal.Web.Pages.Profile;

// A secret is shown in the answer to the request that made it: an address or a cookie would keep it.
public sealed partial class IndexModel
{
    public ConnectionSection Connection { get; } = new();

    public async Task<IActionResult> OnPostConnectAsync(CancellationToken cancellationToken)
    {
        Connection.NewSecret = (await TryAsync(connections.CreateAsync(cancellationToken), RefuseConnection))?.Value?.Secret;
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostNewSecretAsync(CancellationToken cancellationToken)
    {
        Connection.NewSecret = (await TryAsync(connections.RotateSecretAsync(cancellationToken), RefuseConnection))?.Value?.Secret;
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostDisconnectAsync(CancellationToken cancellationToken)
    {
        if (await TryAsync(connections.RemoveAsync(cancellationToken), RefuseConnection) is null)
            return await ShowAsync(cancellationToken);
        Saved = "Cal.com is disconnected.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostApiKeyAsync(string? apiKey, CancellationToken cancellationToken)
    {
        if ((await TryAsync(connections.SetApiKeyAsync(apiKey?.Trim(), cancellationToken), RefuseApiKey))?.Value is not { } connection)
            return await ShowAsync(cancellationToken);
        if (connection.ApiKey == "refused")
        {
            Connection.ApiKeyError = "Cal.com refuses this API key. Make a new one there, and enter it here.";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(cancellationToken);
        }
        Saved = connection.AfterApiKey();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostForgetApiKeyAsync(CancellationToken cancellationToken)
    {
        if (await TryAsync(connections.RemoveApiKeyAsync(cancellationToken), RefuseConnection) is null)
            return await ShowAsync(cancellationToken);
        Saved = "The API key is forgotten. The webhook at Cal.com stays as it is.";
        return RedirectToPage();
    }

    private void RefuseApiKey(Refusal refusal)
    {
        if (refusal.Status is HttpStatusCode.NotFound)
            RefuseConnection(refusal);
        else
            Connection.ApiKeyError = refusal.IsOutage ? "The key could not be saved just now. Please enter it again in a minute." : refusal.Sentence;
    }

    private void RefuseConnection(Refusal refusal) => Connection.Problem = refusal.Status switch
    {
        HttpStatusCode.NotFound => "Cal.com has been disconnected in the meantime.",
        _ => refusal.Sentence,
    };
}
