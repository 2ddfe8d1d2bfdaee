using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>
/// With an API key, sees to it that Cal.com has a webhook that sends all that we understand to this connection, signed with its present
/// secret. Whatever Cal.com answers ends in the connection's state, never in an exception.
/// </summary>
internal sealed class WebhookSetup(
    TicketDbContext db, ConnectionSecrets secrets, CalComWebhooks api, RemoteWebhooks remote, TimeProvider clock, ILogger<WebhookSetup> logger)
{
    // Somebody may be waiting, and Web waits no longer than ten seconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(8);

    /// <summary>Looks, repairs what is missing or wrong, and saves what it found. Without an API key there is nothing to do.</summary>
    public async Task EnsureAsync(CalComConnection connection, CancellationToken cancellationToken)
    {
        if (connection.ApiKeyProtected is null)
            return;
        using var activity = ConnectionTelemetry.StartSetup(connection);
        connection.WebhookCheckedAt = clock.Now();
        if (secrets.ApiKey(connection) is { } apiKey)
            await EnsureAsync(connection, apiKey, cancellationToken);
        else
            connection.ApiKeyState = ApiKeyState.Refused;
        activity?.SetTag(ConnectionTelemetry.WebhookTag, SnakeCase.Name(connection.WebhookState));
        activity?.SetTag(ConnectionTelemetry.ApiKeyTag, SnakeCase.Name(connection.ApiKeyState));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the webhook away at Cal.com, if we have set one up there; that it fails keeps nobody from disconnecting.</summary>
    public async Task RemoveAsync(CalComConnection connection, CancellationToken cancellationToken)
    {
        if (connection.RemoteWebhookId is not { } id || secrets.ApiKey(connection) is not { } apiKey)
            return;
        try
        {
            await api.DeleteAsync(apiKey, id, cancellationToken);
        }
        catch (CalComApiException failure)
        {
            logger.LogWarning(failure, "A webhook could not be removed at Cal.com: {Failure}", failure.Failure);
        }
    }

    private async Task EnsureAsync(CalComConnection connection, string apiKey, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Timeout);
        try
        {
            connection.RemoteWebhookId = await remote.EnsureAsync(connection, apiKey, limited.Token);
            connection.RemoteSecretSetAt = connection.SecretSetAt;
            connection.ApiKeyState = ApiKeyState.Works;
            connection.WebhookState = WebhookState.SetUp;
        }
        catch (CalComApiException failure)
        {
            Note(connection, failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            Note(connection, new CalComApiException(CalComFailure.Unavailable, "Cal.com's API took too long.", failure));
        }
    }

    private void Note(CalComConnection connection, CalComApiException failure)
    {
        logger.LogWarning(failure, "The webhook at Cal.com could not be looked after: {Failure}", failure.Failure);
        if (failure.Failure is CalComFailure.KeyRefused)
            connection.ApiKeyState = ApiKeyState.Refused;
        // What was found there last time is still what we know, unless it has become wrong since.
        if (connection.WebhookState is not WebhookState.SetUp || connection.RemoteSecretSetAt != connection.SecretSetAt)
            connection.WebhookState = WebhookState.Missing;
    }
}
