using System.Net.Http.Headers;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>API v2 with a host's key, in the versions that the portal names.</summary>
internal sealed class StandInApi(HttpClient http, string user) : IDisposable
{
    private const string WebhooksVersion = "2024-08-13";
    private const string BookingVersion = "2026-02-25";
    private const string BookingsVersion = "2026-05-01";

    private readonly HttpClient _http = new() { BaseAddress = http.BaseAddress };

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) => SendAsync(method, path, VersionOf(path), body);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? version, object? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"cal_stand_in_{user}");
        if (version is not null)
            request.Headers.Add("cal-api-version", version);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The answer's data.</summary>
    public async Task<T> DataAsync<T>(HttpMethod method, string path, object? body = null) =>
        (await AnswerAsync<ApiData<T>>(method, path, body)).Data;

    public Task<ApiPage> BookingsAsync(string query = "") => AnswerAsync<ApiPage>(HttpMethod.Get, $"/v2/bookings?{query}");

    public void Dispose() => _http.Dispose();

    private static string VersionOf(string path) =>
        path.StartsWith("/v2/bookings/", StringComparison.Ordinal) ? BookingVersion
        : path.StartsWith("/v2/bookings", StringComparison.Ordinal) ? BookingsVersion
        : WebhooksVersion;

    private async Task<T> AnswerAsync<T>(HttpMethod method, string path, object? body = null) where T : class
    {
        using var answer = await SendAsync(method, path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.ReadStrictlyAsync<T>();
    }
}
