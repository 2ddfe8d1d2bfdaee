using System.Text.Json;

namespace MyPortal.TicketApi.CalCom.Api;

/// <summary>A webhook of the key's owner, as far as we read it.</summary>
/// <param name="Id">Cal.com's id of it.</param>
/// <param name="SubscriberUrl">Where it sends to.</param>
/// <param name="Triggers">What it tells of.</param>
/// <param name="Active">Whether it sends at all.</param>
/// <param name="Secret">What it signs with; null when Cal.com does not say.</param>
/// <param name="PayloadTemplate">A template replaces the payload by something that we cannot read.</param>
internal sealed record CalComWebhook(
    string Id, string SubscriberUrl, IReadOnlyList<string>? Triggers, bool Active, string? Secret, string? PayloadTemplate);

/// <summary>What a webhook shall be.</summary>
internal sealed record CalComWebhookSettings(string SubscriberUrl, IReadOnlyList<string> Triggers, bool Active, string Secret);

/// <summary><c>/v2/webhooks</c>: those of a user, for all of their event types.</summary>
internal sealed class CalComWebhooks(CalComHttp http)
{
    // The documentation names none for webhooks; it is the one that all of v2 began with.
    private const string Version = "2024-08-13";
    private const int PageSize = 250;

    /// <exception cref="CalComApiException">Cal.com did not answer as it should.</exception>
    public async Task<IReadOnlyList<CalComWebhook>> ListAsync(string apiKey, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.Get, $"webhooks?take={PageSize}", Version, apiKey, null, cancellationToken);
        if (answer?.GetProperty("data") is not { ValueKind: JsonValueKind.Array } data)
            throw new CalComApiException(CalComFailure.Unreadable, "Cal.com's answer is no list of webhooks.");
        // One that we cannot read is not one that we have made.
        return [.. data.EnumerateArray().Select(Read).OfType<CalComWebhook>()];
    }

    /// <returns>Cal.com's id of it.</returns>
    /// <exception cref="CalComApiException">Cal.com did not answer as it should.</exception>
    public async Task<string> CreateAsync(string apiKey, CalComWebhookSettings webhook, CancellationToken cancellationToken) =>
        IdOf(await http.SendAsync(HttpMethod.Post, "webhooks", Version, apiKey, webhook, cancellationToken));

    /// <returns>False when it is gone.</returns>
    /// <exception cref="CalComApiException">Cal.com did not answer as it should.</exception>
    public async Task<bool> UpdateAsync(string apiKey, string id, CalComWebhookSettings webhook, CancellationToken cancellationToken) =>
        await http.SendAsync(HttpMethod.Patch, Path(id), Version, apiKey, webhook, cancellationToken) is not null;

    /// <summary>That there is none of that id is as good.</summary>
    /// <exception cref="CalComApiException">Cal.com did not answer as it should.</exception>
    public Task DeleteAsync(string apiKey, string id, CancellationToken cancellationToken) =>
        http.SendAsync(HttpMethod.Delete, Path(id), Version, apiKey, null, cancellationToken);

    private static string Path(string id) => $"webhooks/{Uri.EscapeDataString(id)}";

    private static CalComWebhook? Read(JsonElement webhook)
    {
        try
        {
            return webhook.Deserialize<CalComWebhook>(JsonSerializerOptions.Web) is { Id.Length: > 0, SubscriberUrl: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string IdOf(JsonElement? answer) =>
        answer?.GetProperty("data") is { ValueKind: JsonValueKind.Object } webhook
        && webhook.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
            ? id.GetString()!
            : throw new CalComApiException(CalComFailure.Unreadable, "Cal.com did not say which webhook it made.");
}
