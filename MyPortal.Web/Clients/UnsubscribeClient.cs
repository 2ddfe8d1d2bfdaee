namespace MyPortal.Web.Clients;

/// <summary>The links in mails at TicketApi, on behalf of whoever has one: the token in it says who and what, so nobody has to be signed in.</summary>
public sealed class UnsubscribeClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    public Task<ApiResult<UnsubscribeOffer>> ReadAsync(string token, CancellationToken cancellationToken) =>
        GetAsync<UnsubscribeOffer>(Path(token), cancellationToken);

    /// <summary>A second time changes nothing.</summary>
    public Task<ApiResult<object>> EndAsync(string token, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Post, Path(token), cancellationToken);

    private static string Path(string token) => "/unsubscribe/" + Uri.EscapeDataString(token);
}

/// <summary>What a link ends: <c>watching</c> of the ticket, or all <c>reminders</c>.</summary>
public sealed record UnsubscribeOffer(long TicketNumber, string Ends);
