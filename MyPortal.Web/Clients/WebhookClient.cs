namespace MyPortal.Web.Clients;

/// <summary>TicketApi's inbox of webhook deliveries, on behalf of the signed-in administrator.</summary>
public sealed class WebhookClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    private const string Path = "/api/webhooks/deliveries";

    public Task<ApiResult<DeliveryPage>> ListAsync(string? state, string? after, CancellationToken cancellationToken) =>
        GetAsync<DeliveryPage>(Path.With(("state", state), ("after", after)), cancellationToken);

    /// <summary>With the payload masked.</summary>
    public Task<ApiResult<DeliveryDetail>> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        GetAsync<DeliveryDetail>($"{Path}/{id}", cancellationToken);

    /// <summary>With the payload as it came in. TicketApi logs who asked for it.</summary>
    public Task<ApiResult<DeliveryDetail>> OpenAsync(Guid id, CancellationToken cancellationToken) =>
        SendAsync<DeliveryDetail>(HttpMethod.Post, $"{Path}/{id}/open", cancellationToken);

    public Task<ApiResult<object>> ReplayAsync(Guid id, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Post, $"{Path}/{id}/replay", cancellationToken);

    public Task<ApiResult<ReplayCount>> ReplayFailedAsync(CancellationToken cancellationToken) =>
        SendAsync<ReplayCount>(HttpMethod.Post, Path + "/replay-failed", cancellationToken);
}
