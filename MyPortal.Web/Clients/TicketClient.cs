namespace MyPortal.Web.Clients;

/// <summary>TicketApi, on behalf of the signed-in person.</summary>
public sealed class TicketClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    /// <summary>Lists tickets; <paramref name="choices"/> are the values that the list is narrowed to, by field.</summary>
    public Task<ApiResult<TicketPage>> ListAsync(
        string? scope, IReadOnlyDictionary<string, string> choices, bool assignedToMe, string? cursor, CancellationToken cancellationToken) =>
        GetAsync<TicketPage>("/api/tickets".With(
            [("scope", scope), .. choices.Select(choice => (choice.Key, choice.Value)), ("assignee", assignedToMe ? "me" : null), ("cursor", cursor)]), cancellationToken);

    public Task<ApiResult<TicketDetail>> GetAsync(long number, CancellationToken cancellationToken) =>
        GetAsync<TicketDetail>($"/api/tickets/{number}", cancellationToken);

    public Task<ApiResult<ReplyPage>> EarlierRepliesAsync(long number, string before, CancellationToken cancellationToken) =>
        GetAsync<ReplyPage>($"/api/tickets/{number}/replies{QueryString.Create("before", before)}", cancellationToken);

    /// <summary>Opens a ticket; <paramref name="choices"/> are the values that were chosen, by field.</summary>
    public Task<ApiResult<TicketDetail>> CreateAsync(
        string? subject, string? description, IReadOnlyDictionary<string, string> choices, CancellationToken cancellationToken) =>
        SendAsync<TicketDetail>(HttpMethod.Post, "/api/tickets",
            new Dictionary<string, string?>(choices!) { ["subject"] = subject, ["description"] = description }, cancellationToken);

    public Task<ApiResult<Reply>> ReplyAsync(long number, string? body, bool isInternal, CancellationToken cancellationToken) =>
        SendAsync<Reply>(HttpMethod.Post, $"/api/tickets/{number}/replies", new { body, isInternal }, cancellationToken);

    public Task<ApiResult<TicketDetail>> AssignAsync(long number, Guid? userId, string version, CancellationToken cancellationToken) =>
        SendAsync<TicketDetail>(HttpMethod.Put, $"/api/tickets/{number}/assignee", new { userId }, version, cancellationToken);

    /// <summary>Changes one of the fields that have a few values; <paramref name="choice"/> is its name.</summary>
    public Task<ApiResult<TicketDetail>> ChangeAsync(long number, string choice, string? value, string version, CancellationToken cancellationToken) =>
        SendAsync<TicketDetail>(
            HttpMethod.Put, $"/api/tickets/{number}/{choice}", new Dictionary<string, string?> { [choice] = value }, version, cancellationToken);

    public Task<ApiResult<object>> WatchAsync(long number, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Put, $"/api/tickets/{number}/watch", cancellationToken);

    public Task<ApiResult<object>> UnwatchAsync(long number, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Delete, $"/api/tickets/{number}/watch", cancellationToken);

    public Task<ApiResult<Reply>> AskToRebookAsync(long number, Guid callId, CancellationToken cancellationToken) =>
        SendAsync<Reply>(HttpMethod.Post, $"/api/tickets/{number}/calls/{callId}/ask-to-rebook", cancellationToken);
}
