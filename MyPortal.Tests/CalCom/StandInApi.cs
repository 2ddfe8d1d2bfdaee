using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MyPortal.Tests.CalCom;

/// <summary>API v2 with a host's key.</summary>
internal sealed class StandInApi(HttpClient http, string user, string? version = "2026-05-01") : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = http.BaseAddress };

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"cal_stand_in_{user}");
        if (version is not null)
            request.Headers.Add("cal-api-version", version);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> JsonAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public Task<JsonElement> BookingsAsync(string query = "") => JsonAsync(HttpMethod.Get, $"/v2/bookings?{query}");

    public void Dispose() => _http.Dispose();
}
