using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MyPortal.Web.Clients;

/// <summary>What the typed clients share: a refusal becomes a value, an outage becomes one kind of exception.</summary>
public abstract class ApiClient(HttpClient http, string api)
{
    protected Task<ApiResult<T>> GetAsync<T>(
        string path, CancellationToken cancellationToken, Func<T, HttpResponseMessage, T>? withHeaders = null) where T : class =>
        SendAsync(new(HttpMethod.Get, path), cancellationToken, withHeaders);

    protected Task<ApiResult<T>> SendAsync<T>(HttpMethod method, string path, CancellationToken cancellationToken) where T : class =>
        SendAsync<T>(method, path, body: null, version: null, cancellationToken);

    protected Task<ApiResult<T>> SendAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellationToken) where T : class =>
        SendAsync<T>(method, path, body, version: null, cancellationToken);

    protected Task<ApiResult<T>> SendAsync<T>(HttpMethod method, string path, object? body, string? version, CancellationToken cancellationToken)
        where T : class
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return SendAsync<T>(request, cancellationToken, null);
    }

    private async Task<ApiResult<T>> SendAsync<T>(
        HttpRequestMessage request, CancellationToken cancellationToken, Func<T, HttpResponseMessage, T>? withHeaders = null) where T : class
    {
        try
        {
            using (request)
            {
                using var response = await http.SendAsync(request, cancellationToken);
                if ((int)response.StatusCode >= 500)
                    throw new ApiUnavailableException(api);
                if (!response.IsSuccessStatusCode)
                    return new(null, await Refusal.ReadAsync(response, cancellationToken));
                if (response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Accepted)
                    return new(null, null);
                var value = await response.Content.ReadFromJsonAsync<T>(cancellationToken) ?? throw new ApiUnavailableException(api);
                return new(withHeaders is null ? value : withHeaders(value, response), null);
            }
        }
        catch (Exception exception) when (IsOutage(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new ApiUnavailableException(api, exception);
        }
    }

    private static bool IsOutage(Exception exception) => exception
        is HttpRequestException or JsonException or NotSupportedException or IOException
        or TimeoutRejectedException or BrokenCircuitException or OperationCanceledException;
}
