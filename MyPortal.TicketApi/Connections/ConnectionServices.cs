namespace MyPortal.TicketApi.Connections;

internal static class ConnectionServices
{
    public static void AddConnections(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ConnectionSecrets>();
        services.AddSingleton<PortalUrls>();
        services.AddScoped<ConnectionKeeper>();
        services.AddScoped<RemoteWebhooks>();
        services.AddScoped<WebhookSetup>();
        services.AddHostedService<WebhookUpkeep>();
    }
}
