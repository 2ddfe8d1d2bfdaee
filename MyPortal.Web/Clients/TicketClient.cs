namespace MyPortal.Web.Clients;

/// <summary>TicketApi, on behalf of the signed-in person.</summary>
public sealed class TicketClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    public Task<ApiResult<TicketPage>> ListAsync(string? scope, string? status, bool assignedToMe, string? cursor, CancellationToken ct) =>
        GetAsync<TicketPage>("/api/tickets" + QueryString.Create(new Dictionary<string, string?>
        {
            ["scope"] = scope,
            ["status"] = status,
            ["assignee"] = assignedToMe ? "me" : null,
            ["cursor"] = cursor,
        }.Where(parameter => !string.IsNullOrEmpty(parameter.Value))), ct);

    public Task<ApiResult<TicketDetail>> GetAsync(long number, CancellationToken ct) =>
        GetAsync<TicketDetail>($"/api/tickets/{number}", ct);

    public Task<ApiResult<ReplyPage>> EarlierRepliesAsync(long number, string before, CancellationToken ct) =>
        GetAsync<ReplyPage>($"/api/tickets/{number}/replies{QueryString.Create("before", before)}", ct);

    public Task<ApiResult<TicketDetail>> CreateAsync(string? subject, string? description, string priority, CancellationToken ct) =>
        SendAsync<TicketDetail>(HttpMethod.Post, "/api/tickets", new { subject, description, priority }, null, ct);

    public Task<ApiResult<Reply>> ReplyAsync(long number, string? body, bool isInternal, CancellationToken ct) =>
        SendAsync<Reply>(HttpMethod.Post, $"/api/tickets/{number}/replies", new { body, isInternal }, null, ct);

    public Task<ApiResult<TicketDetail>> AssignAsync(long number, Guid? userId, string version, CancellationToken ct) =>
        SendAsync<TicketDetail>(HttpMethod.Put, $"/api/tickets/{number}/assignee", new { userId }, version, ct);

    public Task<ApiResult<TicketDetail>> ChangeStatusAsync(long number, string? status, string version, CancellationToken ct) =>
        SendAsync<TicketDetail>(HttpMethod.Put, $"/api/tickets/{number}/status", new { status }, version, ct);

    public Task<ApiResult<TicketDetail>> ChangePriorityAsync(long number, string? priority, string version, CancellationToken ct) =>
        SendAsync<TicketDetail>(HttpMethod.Put, $"/api/tickets/{number}/priority", new { priority }, version, ct);

    public Task<ApiResult<object>> WatchAsync(long number, CancellationToken ct) =>
        SendAsync<object>(HttpMethod.Put, $"/api/tickets/{number}/watch", null, null, ct);

    public Task<ApiResult<object>> UnwatchAsync(long number, CancellationToken ct) =>
        SendAsync<object>(HttpMethod.Delete, $"/api/tickets/{number}/watch", null, null, ct);

    public Task<ApiResult<Reply>> AskToRebookAsync(long number, Guid callId, CancellationToken ct) =>
        SendAsync<Reply>(HttpMethod.Post, $"/api/tickets/{number}/calls/{callId}/ask-to-rebook", null, null, ct);
}
