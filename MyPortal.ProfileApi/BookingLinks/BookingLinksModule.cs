using Microsoft.Extensions.Options;
using MyPortal.ProfileApi.BookingLinks.Caching;
using MyPortal.ProfileApi.BookingLinks.Parsing;
using MyPortal.ServiceDefaults;
using StackExchange.Redis;

namespace MyPortal.ProfileApi.BookingLinks;

/// <summary>What a booking link is (<c>Parsing</c>), and how everybody gets the present one, quickly (<c>Caching</c>).</summary>
internal static class BookingLinksModule
{
    public static void AddBookingLinks(this WebApplicationBuilder builder)
    {
        AddParsing(builder.Services);
        AddRedis(builder);
        AddCaching(builder.Services);
    }

    public static void MapBookingLinks(this IEndpointRouteBuilder routes) => BookingLinkEndpoints.Map(routes);

    private static void AddParsing(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CalComOptions>, CalComOptionsValidator>();
        services.AddOptions<CalComOptions>().BindConfiguration(CalComOptions.Section).ValidateOnStart();
        services.AddSingleton<LinkDescriber>();
    }

    private static void AddRedis(WebApplicationBuilder builder)
    {
        // Its own health check would take this service out of traffic together with Redis.
        builder.AddRedisClient("cache", settings => settings.DisableHealthChecks = true, options =>
        {
            options.AbortOnConnectFail = false;
            options.BacklogPolicy = BacklogPolicy.FailFast; // nothing may wait for Redis to come back
        });
        builder.Services.AddHealthChecks().AddCheck<LinkRedisHealth>("redis");
        builder.Services.AddSingleton(provider => new LinkRedis(
            provider.GetRequiredService<IConnectionMultiplexer>, provider.GetRequiredService<RecentSaves>().Distrust, provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddCaching(IServiceCollection services)
    {
        services.AddSingleton<RecentSaves>();
        services.AddSingleton<LinkCache>();
        services.AddSingleton<LookupMetrics>();
        services.AddScoped<LinkStore>();
        services.AddScoped<LinkSaver>();

        if (!OpenApiBuild.IsRunning)
            services.AddHostedService<LinkRedisConnector>().AddHostedService<RecentSavesPoller>();
    }
}
