using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace MyPortal.TicketApi.CalCom.Api;

/// <summary>One request to Cal.com's API v2 and its answer, <c>{ status, data, pagination }</c>.</summary>
internal sealed class CalComHttp(HttpClient http, RateLimits limits)
{
    /// <summary>For one whole answer. Somebody may be waiting for it.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>A page of a hundred bookings has about 200 KB.</summary>
    public const int MaxAnswer = 4 * 1024 * 1024;

    /// <param name="version">Value of <c>cal-api-version</c>, which is another for each kind of thing.</param>
    /// <returns>The whole answer; null for 404.</returns>
    /// <exception cref="CalComApiException">It did not do it; see the failure.</exception>
    public async Task<JsonElement?> SendAsync(
        HttpMethod method, string path, string version, string apiKey, object? body, CancellationToken cancellationToken)
    {
        if (limits.RestsUntil(apiKey) is { } until)
            throw new CalComApiException(CalComFailure.RateLimited, "This key has used up its requests.") { RetryAt = until };
        try
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
            request.Headers.Add("cal-api-version", version);
            request.Content = body is null ? null : JsonContent.Create(body);
            using var response = await http.SendAsync(request, cancellationToken);
            limits.Note(apiKey, response);
            return await ReadAsync(response, apiKey, cancellationToken);
        }
        catch (JsonException unreadable)
        {
            throw new CalComApiException(CalComFailure.Unreadable, "Cal.com's answer is not JSON.", unreadable);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CalComApiException(CalComFailure.Unavailable, "Cal.com's API gave no answer in time.", failure);
        }
    }

    private async Task<JsonElement?> ReadAsync(HttpResponseMessage response, string apiKey, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                return null;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new CalComApiException(CalComFailure.KeyRefused, $"Cal.com refuses the key ({status}).");
            case HttpStatusCode.TooManyRequests:
                throw new CalComApiException(CalComFailure.RateLimited, "Cal.com answers 429.") { RetryAt = limits.RestsUntil(apiKey) };
            case >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout:
                throw new CalComApiException(CalComFailure.Unavailable, $"Cal.com answers {status}.");
        }
        // Redirects are not followed: the key goes nowhere else.
        if (!response.IsSuccessStatusCode)
            throw new CalComApiException(CalComFailure.Rejected, $"Cal.com answers {status}.");

        using var document = await JsonDocument.ParseAsync(
            await response.Content.ReadAsStreamAsync(cancellationToken), new JsonDocumentOptions { MaxDepth = 32 }, cancellationToken);
        return document.RootElement is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("data", out _)
            ? answer.Clone()
            : throw new CalComApiException(CalComFailure.Unreadable, "Cal.com's answer has no data.");
    }
}
