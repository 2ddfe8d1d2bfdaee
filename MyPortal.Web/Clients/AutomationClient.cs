namespace MyPortal.Web.Clients;

/// <summary>TicketApi's automation rules, on behalf of the signed-in administrator.</summary>
public sealed class AutomationClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    private const string Rules = "/api/automation/rules";

    public Task<ApiResult<Vocabulary>> VocabularyAsync(CancellationToken ct) => GetAsync<Vocabulary>("/api/automation/vocabulary", ct);

    public Task<ApiResult<RuleList>> ListAsync(CancellationToken ct) => GetAsync<RuleList>(Rules, ct);

    public Task<ApiResult<Rule>> GetAsync(Guid id, CancellationToken ct) => GetAsync<Rule>($"{Rules}/{id}", ct);

    public Task<ApiResult<SavedRule>> CreateAsync(RuleRequest rule, CancellationToken ct) =>
        SendAsync<SavedRule>(HttpMethod.Post, Rules, rule, null, ct);

    public Task<ApiResult<SavedRule>> ReplaceAsync(Guid id, RuleRequest rule, string? version, CancellationToken ct) =>
        SendAsync<SavedRule>(HttpMethod.Put, $"{Rules}/{id}", rule, version, ct);

    public Task<ApiResult<object>> DeleteAsync(Guid id, CancellationToken ct) =>
        SendAsync<object>(HttpMethod.Delete, $"{Rules}/{id}", null, null, ct);

    public Task<ApiResult<object>> EnableAsync(Guid id, bool enabled, CancellationToken ct) =>
        SendAsync<object>(HttpMethod.Put, $"{Rules}/{id}/enabled", new { enabled }, null, ct);

    public Task<ApiResult<object>> ReorderAsync(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        SendAsync<object>(HttpMethod.Put, $"{Rules}/order", new { ids }, null, ct);

    public Task<ApiResult<WebhookSecret>> RenewSecretAsync(Guid id, CancellationToken ct) =>
        SendAsync<WebhookSecret>(HttpMethod.Post, $"{Rules}/{id}/webhook-secret", null, null, ct);

    public Task<ApiResult<DryRun>> DryRunAsync(Guid id, long ticketNumber, CancellationToken ct) =>
        SendAsync<DryRun>(HttpMethod.Post, $"{Rules}/{id}/dry-run", new { ticketNumber }, null, ct);

    public Task<ApiResult<object>> RetryAsync(Guid action, CancellationToken ct) =>
        SendAsync<object>(HttpMethod.Post, $"/api/automation/actions/{action}/retry", null, null, ct);

    public Task<ApiResult<RunPage>> RunsAsync(Guid? rule, long? ticket, bool failed, string? after, CancellationToken ct) =>
        GetAsync<RunPage>("/api/automation/runs" + QueryString.Create(new Dictionary<string, string?>
        {
            ["rule"] = rule?.ToString(),
            ["ticket"] = ticket?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["failed"] = failed ? "true" : null,
            ["after"] = after,
        }.Where(parameter => !string.IsNullOrEmpty(parameter.Value))), ct);
}
