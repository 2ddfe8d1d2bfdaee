using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace MyPortal.Web.Session;

internal static class SessionSetup
{
    /// <summary>Sessions of the browser: cookie, tokens behind it, and the keys that protect both, shared by all replicas through Redis.</summary>
    public static void AddPortalSession(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebClientOptions>().BindConfiguration("WebClient").ValidateDataAnnotations().ValidateOnStart();

        // A dead Redis must cost milliseconds, and must not take the portal out of rotation: hence no health check either.
        builder.AddRedisClient("cache", settings => settings.DisableHealthChecks = true, redis =>
        {
            redis.AbortOnConnectFail = false;
            redis.BacklogPolicy = BacklogPolicy.FailFast;
            redis.ConnectTimeout = 1000;
            redis.SyncTimeout = 1000;
            redis.AsyncTimeout = 1000;
        });
        builder.Services.AddSharedKeys(services => services.GetRequiredService<IConnectionMultiplexer>().GetDatabase());

        builder.Services.AddFusionCache()
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
            .WithDistributedCache(services => new RedisCache(Options.Create(new RedisCacheOptions
            {
                ConnectionMultiplexerFactory = () => Task.FromResult(services.GetRequiredService<IConnectionMultiplexer>()),
                InstanceName = "web:",
            })))
            .WithBackplane(services => new RedisBackplane(new RedisBackplaneOptions
            {
                ConnectionMultiplexerFactory = () => Task.FromResult(services.GetRequiredService<IConnectionMultiplexer>()),
            }));

        builder.Services.AddHttpClient<TokenClient>(http => http.BaseAddress = new("https+http://profileapi"))
            .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(5));
        builder.Services.AddTransient<AccessTokens>();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddSessionCookie();
        builder.Services.AddUndecidedSessions();
        builder.Services.AddAuthorization();
    }
}
