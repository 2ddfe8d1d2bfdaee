using System.Globalization;

namespace MyPortal.Web.Clients;

/// <summary>TicketApi's automation rules, on behalf of the signed-in administrator.</summary>
public sealed class AutomationClient(HttpClient http) : ApiClient(http, "TicketApi")
{
    private const string Rules = "/api/automation/rules";

    public Task<ApiResult<Vocabulary>> VocabularyAsync(CancellationToken cancellationToken) =>
        GetAsync<Vocabulary>("/api/automation/vocabulary", cancellationToken);

    public Task<ApiResult<RuleList>> ListAsync(CancellationToken cancellationToken) => GetAsync<RuleList>(Rules, cancellationToken);

    public Task<ApiResult<Rule>> GetAsync(Guid id, CancellationToken cancellationToken) => GetAsync<Rule>($"{Rules}/{id}", cancellationToken);

    public Task<ApiResult<SavedRule>> CreateAsync(RuleRequest rule, CancellationToken cancellationToken) =>
        SendAsync<SavedRule>(HttpMethod.Post, Rules, rule, cancellationToken);

    public Task<ApiResult<SavedRule>> ReplaceAsync(Guid id, RuleRequest rule, string? version, CancellationToken cancellationToken) =>
        SendAsync<SavedRule>(HttpMethod.Put, $"{Rules}/{id}", rule, version, cancellationToken);

    public Task<ApiResult<object>> DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Delete, $"{Rules}/{id}", cancellationToken);

    public Task<ApiResult<object>> EnableAsync(Guid id, bool enabled, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Put, $"{Rules}/{id}/enabled", new { enabled }, cancellationToken);

    public Task<ApiResult<object>> ReorderAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Put, $"{Rules}/order", new { ids }, cancellationToken);

    public Task<ApiResult<WebhookSecret>> RenewSecretAsync(Guid id, CancellationToken cancellationToken) =>
        SendAsync<WebhookSecret>(HttpMethod.Post, $"{Rules}/{id}/webhook-secret", cancellationToken);

    public Task<ApiResult<DryRun>> DryRunAsync(Guid id, long ticketNumber, CancellationToken cancellationToken) =>
        SendAsync<DryRun>(HttpMethod.Post, $"{Rules}/{id}/dry-run", new { ticketNumber }, cancellationToken);

    public Task<ApiResult<object>> RetryAsync(Guid action, CancellationToken cancellationToken) =>
        SendAsync<object>(HttpMethod.Post, $"/api/automation/actions/{action}/retry", cancellationToken);

    public Task<ApiResult<RunPage>> RunsAsync(Guid? rule, long? ticket, bool failed, string? after, CancellationToken cancellationToken) =>
        GetAsync<RunPage>("/api/automation/runs".With(
            ("rule", rule?.ToString()),
            ("ticket", ticket?.ToString(CultureInfo.InvariantCulture)),
            ("failed", failed ? "true" : null),
            ("after", after)), cancellationToken);
}
