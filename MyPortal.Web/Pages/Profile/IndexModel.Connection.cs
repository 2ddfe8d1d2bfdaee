using System.Net;
using Microsoft.AspNetCore.Mvc;
using MyPortal.Web.Formatting;

namespace MyPortal.Web.Pages.Profile;

// A secret is shown in the answer to the request that made it: an address or a cookie would keep it.
public sealed partial class IndexModel
{
    public ConnectionSection Connection { get; } = new();

    public async Task<IActionResult> OnPostConnectAsync(CancellationToken ct)
    {
        Connection.NewSecret = (await TryAsync(connections.CreateAsync(ct), RefuseConnection))?.Value?.Secret;
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostNewSecretAsync(CancellationToken ct)
    {
        Connection.NewSecret = (await TryAsync(connections.RotateSecretAsync(ct), RefuseConnection))?.Value?.Secret;
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostDisconnectAsync(CancellationToken ct)
    {
        if (await TryAsync(connections.RemoveAsync(ct), RefuseConnection) is null)
            return await ShowAsync(ct);
        Saved = "Cal.com is disconnected.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostApiKeyAsync(string? apiKey, CancellationToken ct)
    {
        if ((await TryAsync(connections.SetApiKeyAsync(apiKey?.Trim(), ct), RefuseApiKey))?.Value is not { } connection)
            return await ShowAsync(ct);
        if (connection.ApiKey == "refused")
        {
            Connection.ApiKeyError = "Cal.com refuses this API key. Make a new one there, and enter it here.";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(ct);
        }
        Saved = connection.AfterApiKey();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostForgetApiKeyAsync(CancellationToken ct)
    {
        if (await TryAsync(connections.RemoveApiKeyAsync(ct), RefuseConnection) is null)
            return await ShowAsync(ct);
        Saved = "The API key is forgotten. The webhook at Cal.com stays as it is.";
        return RedirectToPage();
    }

    private void RefuseApiKey(HttpStatusCode status, string message)
    {
        if (status is HttpStatusCode.NotFound)
            RefuseConnection(status, message);
        else
            Connection.ApiKeyError = status is HttpStatusCode.ServiceUnavailable ? "The key could not be saved just now. Please enter it again in a minute." : message;
    }

    private void RefuseConnection(HttpStatusCode status, string message) => Connection.Problem = status switch
    {
        HttpStatusCode.NotFound => "Cal.com has been disconnected in the meantime.",
        _ => message,
    };
}
