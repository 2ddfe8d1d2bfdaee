namespace MyPortal.CalComStandIn.Webhooks;

internal static class WebhookServices
{
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<DeliveryOptions>(builder.Configuration.GetRequiredSection(DeliveryOptions.Section));
        builder.Services.AddSingleton<WebhookRegistry>().AddSingleton<Switchboard>();
        builder.Services.AddSingleton<DeliveryLog>().AddSingleton<DeliverySender>().AddSingleton<DeliveryQueue>();
        builder.Services.AddSingleton<Publisher>().AddSingleton<Pinger>().AddSingleton<BookingAnnouncer>();
    }
}
