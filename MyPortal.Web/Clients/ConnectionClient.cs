namespace MyPortal.Web.Clients;

/// <summary>The signed-in technician's Cal.com account at TicketApi. Writes may take some seconds, because Cal.com is asked.</summary>
public sealed class ConnectionClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    private const string Path = "/api/bookings/connection";

    /// <summary>Refused with 404 when none is connected.</summary>
    public Task<ApiResult<CalComConnection>> ReadAsync(CancellationToken cancellationToken) => GetAsync<CalComConnection>(Path, cancellationToken);

    public Task<ApiResult<NewConnection>> CreateAsync(CancellationToken cancellationToken) =>
        SendAsync<NewConnection>(HttpMethod.Post, Path, cancellationToken);

    public Task<ApiResult<object>> RemoveAsync(CancellationToken cancellationToken) => SendAsync<object>(HttpMethod.Delete, Path, cancellationToken);

    public Task<ApiResult<NewSecret>> RotateSecretAsync(CancellationToken cancellationToken) =>
        SendAsync<NewSecret>(HttpMethod.Post, Path + "/secret", cancellationToken);

    public Task<ApiResult<CalComConnection>> SetApiKeyAsync(string? apiKey, CancellationToken cancellationToken) =>
        SendAsync<CalComConnection>(HttpMethod.Put, Path + "/api-key", new { apiKey }, cancellationToken);

    public Task<ApiResult<object>> RemoveApiKeyAsync(CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Delete, Path + "/api-key", cancellationToken);
}
