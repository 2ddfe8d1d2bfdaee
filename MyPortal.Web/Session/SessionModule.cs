using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace MyPortal.Web.Session;

/// <summary>Sessions of the browser: cookie, tokens behind it, and the keys that protect both, shared by all replicas through Redis.</summary>
internal static class SessionModule
{
    public static void AddSession(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebClientOptions>().BindConfiguration("WebClient").ValidateDataAnnotations().ValidateOnStart();
        AddRedis(builder);
        builder.Services.AddSharedKeys(services => services.GetRequiredService<IConnectionMultiplexer>().GetDatabase());
        AddTokens(builder.Services);
        AddCookie(builder.Services);
    }

    /// <summary>Data Protection with the keys that all replicas share through Redis.</summary>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services, Func<IServiceProvider, IDatabase> redis)
    {
        services.AddSingleton(provider => new SharedKeys(
            () => redis(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SharedKeys>>()));
        services.AddDataProtection().SetApplicationName("MyPortal.Web");
        services.AddOptions<KeyManagementOptions>().Configure<SharedKeys>((options, keys) => options.XmlRepository = keys);
        return services;
    }

    // A dead Redis must cost milliseconds, and must not take the portal out of rotation: hence no health check either.
    private static void AddRedis(IHostApplicationBuilder builder) =>
        builder.AddRedisClient("cache", settings => settings.DisableHealthChecks = true, redis =>
        {
            redis.AbortOnConnectFail = false;
            redis.BacklogPolicy = BacklogPolicy.FailFast;
            redis.ConnectTimeout = 1000;
            redis.SyncTimeout = 1000;
            redis.AsyncTimeout = 1000;
        });

    private static void AddTokens(IServiceCollection services)
    {
        services.AddFusionCache()
            .WithOptions(options => options.DistributedCacheCircuitBreakerDuration = TimeSpan.FromSeconds(5))
            .WithDefaultEntryOptions(options =>
            {
                options.Duration = TimeSpan.FromMinutes(9);
                // A token is renewed from its half-life on, in the background: so one of at least four minutes is at hand when ProfileApi fails.
                options.EagerRefreshThreshold = 0.5f;
                options.DistributedCacheSoftTimeout = TimeSpan.FromMilliseconds(100);
                options.DistributedCacheHardTimeout = TimeSpan.FromMilliseconds(200);
                options.AllowBackgroundDistributedCacheOperations = true;
                options.AllowBackgroundBackplaneOperations = true;
            })
            .WithSerializer(new FusionCacheSystemTextJsonSerializer())
            .WithDistributedCache(provider => new RedisCache(Options.Create(new RedisCacheOptions
            {
                ConnectionMultiplexerFactory = () => Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>()),
                InstanceName = "web:",
            })))
            .WithBackplane(provider => new RedisBackplane(new RedisBackplaneOptions
            {
                ConnectionMultiplexerFactory = () => Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>()),
            }));

        services.AddHttpClient<TokenClient>(http => http.BaseAddress = new("https+http://profileapi"))
            .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(5));
        services.AddTransient<AccessTokens>();
    }

    private static void AddCookie(IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddSessionCookie();
        services.AddAuthorization();
        services.AddHttpContextAccessor();
        services.AddHealthChecks().AddCheck<SharedKeysHealth>("keys");

        // Makes the cookie undecided, not refused, while the keys cannot be read. Comes after the cookie's own setup, which it wraps.
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .PostConfigure<SharedKeys, IHttpContextAccessor>((options, keys, accessor) =>
                options.TicketDataFormat = new SessionTickets(options.TicketDataFormat, keys, accessor));
    }
}
