using System.Net;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace MyPortal.Web.Session;

/// <summary>
/// This service's talk with ProfileApi's token endpoints, as the confidential client <c>web</c>. Only here does a password pass through,
/// on its way from the sign-in page to the one service that may judge it.
/// </summary>
public sealed class TokenClient(HttpClient http, IOptions<WebClientOptions> options)
{
    /// <returns>Tokens, or the sentence that says why not.</returns>
    /// <exception cref="HttpRequestException">ProfileApi did not answer, or not sensibly.</exception>
    public Task<TokenResult> SignInAsync(string email, string password, CancellationToken cancellationToken) => RequestAsync(new()
    {
        ["grant_type"] = "password",
        ["username"] = email,
        ["password"] = password,
        ["scope"] = "openid offline_access",
    }, cancellationToken);

    /// <returns>A new access token, or a refusal once the session has ended.</returns>
    /// <exception cref="HttpRequestException">ProfileApi did not answer, or not sensibly.</exception>
    public Task<TokenResult> RefreshAsync(string sessionHandle, CancellationToken cancellationToken) => RequestAsync(new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = sessionHandle,
    }, cancellationToken);

    /// <summary>Ends the session for good: afterwards its handle buys no token any more (RFC 7009).</summary>
    public async Task RevokeAsync(string sessionHandle, CancellationToken cancellationToken)
    {
        using var form = Form(new() { ["token"] = sessionHandle, ["token_type_hint"] = "refresh_token" });
        using var response = await http.PostAsync("/connect/revoke", form, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task<TokenResult> RequestAsync(Dictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        using var form = Form(parameters);
        using var response = await http.PostAsync("/connect/token", form, cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            var error = await response.Content.ReadFromJsonAsync<OAuthError>(cancellationToken);
            if (error?.Error == "invalid_grant")
                return new(null, error.Description ?? "The e-mail address or password is wrong.");
        }
        response.EnsureSuccessStatusCode();
        return new(await response.Content.ReadFromJsonAsync<Tokens>(cancellationToken), null);
    }

    private FormUrlEncodedContent Form(Dictionary<string, string> parameters)
    {
        parameters["client_id"] = "web";
        parameters["client_secret"] = options.Value.Secret;
        return new(parameters);
    }

    private sealed record OAuthError(string Error, [property: JsonPropertyName("error_description")] string? Description);
}

/// <summary>Either <paramref name="Tokens"/> or, where ProfileApi refused, a <paramref name="Refusal"/> fit to show.</summary>
public sealed record TokenResult(Tokens? Tokens, string? Refusal);

/// <summary>What the token endpoint grants; <paramref name="ExpiresIn"/> is in seconds.</summary>
public sealed record Tokens(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);
