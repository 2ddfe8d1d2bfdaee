namespace MyPortal.TicketApi.CalCom.Connections;

internal static class ConnectionMapping
{
    public static ConnectionStatus ToStatus(this CalComConnection connection, PortalUrls urls, DateTimeOffset now) => new(
        connection.Id,
        urls.Webhook(connection.Id),
        connection.CreatedAt,
        connection.SecretSetAt,
        connection.PreviousSecretValidUntil > now ? connection.PreviousSecretValidUntil : null,
        connection is { LastDeliveryAt: { } at, LastDeliveryState: { } state }
            ? new LastDelivery(at, connection.LastDeliveryEvent, state, connection.LastDeliveryReason)
            : null,
        connection.ApiKeyState,
        connection.WebhookState);
}
