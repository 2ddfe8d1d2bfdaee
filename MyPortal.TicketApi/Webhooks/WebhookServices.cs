using MyPortal.ServiceDefaults;
using MyPortal.TicketApi.Bookings;
using MyPortal.TicketApi.Connections;
using MyPortal.TicketApi.LiveUpdates;

namespace MyPortal.TicketApi.Webhooks;

internal static class WebhookServices
{
    /// <summary>What takes deliveries in and makes calls of them.</summary>
    public static void AddWebhooks(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddWebhookLimits();
        services.AddSingleton<ConnectionSecrets>();
        services.AddSingleton<WebhookTelemetry>();
        services.AddScoped<WebhookIntake>();
        services.AddScoped<DeliveryProcessor>();
        services.AddSingleton<DeliveryFailures>();
        services.AddScoped<CallStore>();
        services.AddScoped<CallRecorder>();
        services.AddScoped<CallSchedule>();
        services.AddScoped<CallClock>();
        services.AddSingleton<TicketListeners>();
        services.AddScoped<Inbox>();
        // While the OpenAPI document is made, there is no database.
        if (OpenApiBuild.IsRunning)
            return;
        services.AddHostedService<TicketChangeReceiver>();
        services.AddHostedService<QueueWatch>();
    }
}
