namespace MyPortal.Web.Clients;

/// <summary>TicketApi, on behalf of the signed-in person.</summary>
public sealed class TicketClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    public Task<ApiResult<TicketPage>> ListAsync(string? scope, string? status, bool assignedToMe, string? cursor, CancellationToken cancellationToken) =>
        GetAsync<TicketPage>("/api/tickets".With(
            ("scope", scope), ("status", status), ("assignee", assignedToMe ? "me" : null), ("cursor", cursor)), cancellationToken);

    public Task<ApiResult<TicketDetail>> GetAsync(long number, CancellationToken cancellationToken) =>
        GetAsync<TicketDetail>($"/api/tickets/{number}", cancellationToken);

    public Task<ApiResult<ReplyPage>> EarlierRepliesAsync(long number, string before, CancellationToken cancellationToken) =>
        GetAsync<ReplyPage>($"/api/tickets/{number}/replies{QueryString.Create("before", before)}", cancellationToken);

    public Task<ApiResult<TicketDetail>> CreateAsync(string? subject, string? description, string priority, CancellationToken cancellationToken) =>
        SendAsync<TicketDetail>(HttpMethod.Post, "/api/tickets", new { subject, description, priority }, cancellationToken);

    public Task<ApiResult<Reply>> ReplyAsync(long number, string? body, bool isInternal, CancellationToken cancellationToken) =>
        SendAsync<Reply>(HttpMethod.Post, $"/api/tickets/{number}/replies", new { body, isInternal }, cancellationToken);

    public Task<ApiResult<TicketDetail>> AssignAsync(long number, Guid? userId, string version, CancellationToken cancellationToken) =>
        SendAsync<TicketDetail>(HttpMethod.Put, $"/api/tickets/{number}/assignee", new { userId }, version, cancellationToken);

    public Task<ApiResult<TicketDetail>> ChangeStatusAsync(long number, string? status, string version, CancellationToken cancellationToken) =>
        SendAsync<TicketDetail>(HttpMethod.Put, $"/api/tickets/{number}/status", new { status }, version, cancellationToken);

    public Task<ApiResult<TicketDetail>> ChangePriorityAsync(long number, string? priority, string version, CancellationToken cancellationToken) =>
        SendAsync<TicketDetail>(HttpMethod.Put, $"/api/tickets/{number}/priority", new { priority }, version, cancellationToken);

    public Task<ApiResult<object>> WatchAsync(long number, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Put, $"/api/tickets/{number}/watch", cancellationToken);

    public Task<ApiResult<object>> UnwatchAsync(long number, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Delete, $"/api/tickets/{number}/watch", cancellationToken);

    public Task<ApiResult<Reply>> AskToRebookAsync(long number, Guid callId, CancellationToken cancellationToken) =>
        SendAsync<Reply>(HttpMethod.Post, $"/api/tickets/{number}/calls/{callId}/ask-to-rebook", cancellationToken);
}
