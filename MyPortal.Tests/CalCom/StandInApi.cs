using System.Net.Http.Headers;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;

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

    /// <summary>The answer's data.</summary>
    public async Task<T> DataAsync<T>(HttpMethod method, string path, object? body = null) =>
        (await AnswerAsync<ApiData<T>>(method, path, body)).Data;

    public Task<ApiPage<CursorPagination>> BookingsAsync(string query = "") => BookingsAsync<CursorPagination>(query);

    public Task<ApiPage<TPagination>> BookingsAsync<TPagination>(string query) =>
        AnswerAsync<ApiPage<TPagination>>(HttpMethod.Get, $"/v2/bookings?{query}");

    public void Dispose() => _http.Dispose();

    private async Task<T> AnswerAsync<T>(HttpMethod method, string path, object? body = null) where T : class
    {
        using var answer = await SendAsync(method, path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.ReadStrictlyAsync<T>();
    }
}
