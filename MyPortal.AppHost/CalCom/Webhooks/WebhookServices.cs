using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MyPortal.AppHost.CalCom.Webhooks;

internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DeliveryOptions>(configuration);
        services.AddSingleton<WebhookRegistry>().AddSingleton<Switchboard>().AddSingleton<DeliveryLog>();
        services.AddSingleton<DeliverySender>().AddSingleton<Publisher>().AddSingleton<Pinger>().AddSingleton<BookingAnnouncer>();
        services.AddSingleton<DeliveryQueue>().AddHostedService(provider => provider.GetRequiredService<DeliveryQueue>());
    }
}
