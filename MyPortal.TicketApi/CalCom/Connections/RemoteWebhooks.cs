using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>A connection's webhook at Cal.com: found again, put right, or made.</summary>
internal sealed class RemoteWebhooks(TicketDbContext db, ConnectionSecrets secrets, PortalUrls urls, CalComWebhooks api)
{
    /// <returns>Cal.com's id of the webhook that is there now.</returns>
    /// <exception cref="CalComApiException">Cal.com did not do it.</exception>
    public async Task<string> EnsureAsync(CalComConnection connection, string apiKey, CancellationToken cancellationToken)
    {
        var wanted = new CalComWebhookSettings(urls.Webhook(connection.Id), CalComTriggers.Understood, Active: true, secrets.Secret(connection));
        var found = await FindAsync(connection, await api.ListAsync(apiKey, cancellationToken), cancellationToken);
        // A template cannot be taken out of a webhook, only with it.
        if (found?.PayloadTemplate is { Length: > 0 })
        {
            await api.DeleteAsync(apiKey, found.Id, cancellationToken);
            found = null;
        }
        if (found is not null && (IsRight(found, wanted, connection) || await api.UpdateAsync(apiKey, found.Id, wanted, cancellationToken)))
            return found.Id;
        return await api.CreateAsync(apiKey, wanted, cancellationToken);
    }

    // Cal.com need not tell the secret; then we go by what we have told Cal.com.
    private static bool IsRight(CalComWebhook found, CalComWebhookSettings wanted, CalComConnection connection) =>
        found.Active
        && found.SubscriberUrl == wanted.SubscriberUrl
        && wanted.Triggers.All((found.Triggers ?? []).Contains)
        && (found.Secret is null ? connection.RemoteSecretSetAt == connection.SecretSetAt : found.Secret == wanted.Secret);

    private async Task<CalComWebhook?> FindAsync(
        CalComConnection connection, IReadOnlyList<CalComWebhook> webhooks, CancellationToken cancellationToken)
    {
        if (webhooks.FirstOrDefault(webhook => webhook.SubscriberUrl == urls.Webhook(connection.Id)) is { } same)
            return same;
        // One that sends to a connection of this portal which has ended would only be refused for ever: it is put to use again.
        foreach (var webhook in webhooks)
        {
            if (urls.ConnectionOf(webhook.SubscriberUrl) is { } other
                && !await db.Connections.AnyAsync(known => known.Id == other, cancellationToken))
            {
                return webhook;
            }
        }
        return null;
    }
}
