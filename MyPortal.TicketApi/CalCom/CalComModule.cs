using Microsoft.Extensions.Options;
using MyPortal.ServiceDefaults;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.CalCom.Reconciliation;
using MyPortal.TicketApi.Infrastructure.Periodic;

namespace MyPortal.TicketApi.CalCom;

/// <summary>All that is Cal.com's: the inbox of its webhooks, technicians' connections, its API, and comparing with it what no webhook told.</summary>
internal static class CalComModule
{
    public static void AddCalCom(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddInbox();
        services.AddApi();
        services.AddConnections();
        services.AddReconciliation();
        // While the OpenAPI document is made, there is no database.
        if (OpenApiBuild.IsRunning)
            return;
        services.AddHostedService<QueueWatch>();
        services.AddHostedService<WebhookUpkeep>();
        services.AddHostedService<ReconciliationWorker>();
    }

    public static void MapCalCom(this WebApplication app)
    {
        app.MapWebhooks();
        app.MapInbox();
        app.MapConnection();
    }

    private static void AddInbox(this IServiceCollection services)
    {
        services.AddWebhookLimits();
        services.AddSingleton<WebhookTelemetry>();
        services.AddScoped<WebhookIntake>();
        services.AddSingleton<DeliveryFailures>();
        services.AddScoped<DeliveryList>();
        services.AddSingleton<Retention>(WebhookDelivery.Retention);
    }

    private static void AddConnections(this IServiceCollection services)
    {
        services.AddSingleton<ConnectionSecrets>();
        services.AddSingleton<PortalUrls>();
        services.AddScoped<ConnectionKeeper>();
        services.AddScoped<RemoteWebhooks>();
        services.AddScoped<WebhookSetup>();
    }

    // For whoever's key is given with each call.
    private static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CalComOptions>, CalComOptionsValidator>();
        services.AddOptions<CalComOptions>().BindConfiguration(CalComOptions.Section).ValidateOnStart();
        services.AddSingleton<RateLimits>();
        services.AddHttpClient<CalComHttp>((provider, http) =>
            {
                http.BaseAddress = provider.GetRequiredService<IOptions<CalComOptions>>().Value.Api;
                http.Timeout = CalComHttp.Timeout;
                http.MaxResponseContentBufferSize = CalComHttp.MaxAnswer;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("MyPortal");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        services.AddTransient<CalComWebhooks>();
        services.AddTransient<CalComBookings>();
    }

    private static void AddReconciliation(this IServiceCollection services)
    {
        services.AddOptions<ReconciliationOptions>().BindConfiguration(ReconciliationOptions.Section)
            .Validate(options => options.Period > TimeSpan.Zero && options.Delay >= TimeSpan.Zero && options.Grace >= TimeSpan.Zero,
                "Reconciliation: Period must be positive, Delay and Grace not negative.")
            .ValidateOnStart();
        services.AddSingleton<ReconciliationTelemetry>();
        services.AddScoped<KnownBookings>();
        services.AddScoped<DriftInbox>();
        services.AddScoped<Reconciler>();
    }
}
