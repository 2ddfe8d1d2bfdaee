namespace MyPortal.Web.Clients;

/// <summary>TicketApi's inbox of webhook deliveries, on behalf of the signed-in administrator.</summary>
public sealed class WebhookClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    private const string Path = "/api/webhooks/deliveries";

    public Task<ApiResult<DeliveryPage>> ListAsync(string? state, string? after, CancellationToken ct) =>
        GetAsync<DeliveryPage>(Path + QueryString.Create(new Dictionary<string, string?> { ["state"] = state, ["after"] = after }
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))), ct);

    /// <summary>With the payload masked.</summary>
    public Task<ApiResult<DeliveryDetail>> ReadAsync(Guid id, CancellationToken ct) => GetAsync<DeliveryDetail>($"{Path}/{id}", ct);

    /// <summary>With the payload as it came in. TicketApi logs who asked for it.</summary>
    public Task<ApiResult<DeliveryDetail>> OpenAsync(Guid id, CancellationToken ct) =>
        SendAsync<DeliveryDetail>(HttpMethod.Post, $"{Path}/{id}/open", null, null, ct);

    public Task<ApiResult<object>> ReplayAsync(Guid id, CancellationToken ct) => SendAsync<object>(HttpMethod.Post, $"{Path}/{id}/replay", null, null, ct);

    public Task<ApiResult<ReplayCount>> ReplayFailedAsync(CancellationToken ct) =>
        SendAsync<ReplayCount>(HttpMethod.Post, Path + "/replay-failed", null, null, ct);
}
