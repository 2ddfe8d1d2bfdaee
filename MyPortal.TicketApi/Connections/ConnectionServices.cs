using MyPortal.ServiceDefaults;

namespace MyPortal.TicketApi.Connections;

internal static class ConnectionServices
{
    public static void AddConnections(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PortalUrls>();
        services.AddScoped<ConnectionKeeper>();
        services.AddScoped<RemoteWebhooks>();
        services.AddScoped<WebhookSetup>();
        if (!OpenApiBuild.IsRunning)
            services.AddHostedService<WebhookUpkeep>();
    }
}
