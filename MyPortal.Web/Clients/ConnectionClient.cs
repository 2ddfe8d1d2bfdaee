namespace MyPortal.Web.Clients;

/// <summary>The signed-in technician's Cal.com account at TicketApi. Writes may take some seconds, because Cal.com is asked.</summary>
public sealed class ConnectionClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    private const string Path = "/api/bookings/connection";

    /// <summary>Refused with 404 when none is connected.</summary>
    public Task<ApiResult<CalComConnection>> ReadAsync(CancellationToken ct) => GetAsync<CalComConnection>(Path, ct);

    public Task<ApiResult<NewConnection>> CreateAsync(CancellationToken ct) => SendAsync<NewConnection>(HttpMethod.Post, Path, null, null, ct);

    public Task<ApiResult<object>> RemoveAsync(CancellationToken ct) => SendAsync<object>(HttpMethod.Delete, Path, null, null, ct);

    public Task<ApiResult<NewSecret>> RotateSecretAsync(CancellationToken ct) => SendAsync<NewSecret>(HttpMethod.Post, Path + "/secret", null, null, ct);

    public Task<ApiResult<CalComConnection>> SetApiKeyAsync(string? apiKey, CancellationToken ct) =>
        SendAsync<CalComConnection>(HttpMethod.Put, Path + "/api-key", new { apiKey }, null, ct);

    public Task<ApiResult<object>> RemoveApiKeyAsync(CancellationToken ct) => SendAsync<object>(HttpMethod.Delete, Path + "/api-key", null, null, ct);
}
