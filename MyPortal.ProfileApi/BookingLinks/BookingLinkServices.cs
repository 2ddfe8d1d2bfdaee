using Microsoft.Extensions.Options;
using MyPortal.ServiceDefaults;
using StackExchange.Redis;

namespace MyPortal.ProfileApi.BookingLinks;

internal static class BookingLinkServices
{
    public static void AddBookingLinks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<CalComOptions>, CalComOptionsValidator>();
        services.AddOptions<CalComOptions>().BindConfiguration(CalComOptions.Section).ValidateOnStart();
        services.AddSingleton<BookingLinkDescriber>();

        // Its own health check would take this service out of traffic together with Redis.
        builder.AddRedisClient("cache", settings => settings.DisableHealthChecks = true, options =>
        {
            options.AbortOnConnectFail = false;
            options.BacklogPolicy = BacklogPolicy.FailFast; // nothing may wait for Redis to come back
        });
        services.AddHealthChecks().AddCheck<BookingLinkRedisHealth>("redis");
        builder.AddWarmUp<BookingLinkWarmUp>();
        services.AddSingleton<RecentSaves>();
        services.AddSingleton(provider => new BookingLinkRedis(
            provider.GetRequiredService<IConnectionMultiplexer>, provider.GetRequiredService<RecentSaves>().Distrust, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<BookingLinkCache>();
        services.AddSingleton<BookingLinkMetrics>();
        services.AddScoped<BookingLinkStore>();
        services.AddScoped<BookingLinkSaver>();

        if (!OpenApiBuild.IsRunning)
            services.AddHostedService<BookingLinkConnector>().AddHostedService<RecentSavesPoller>();
    }

    /// <summary>Connects to Redis when the service starts, but does not let the start wait for it.</summary>
    private sealed class BookingLinkConnector(BookingLinkRedis redis, ILogger<BookingLinkConnector> logger) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            try
            {
                await redis.Connect().WaitAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Redis cannot be used as configured. Booking links are read from PostgreSQL.");
            }
        }
    }
}
