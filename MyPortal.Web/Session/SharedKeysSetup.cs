using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using StackExchange.Redis;

namespace MyPortal.Web.Session;

internal static class SharedKeysSetup
{
    /// <summary>Data Protection with the keys that all replicas share through Redis.</summary>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services, Func<IServiceProvider, IDatabase> redis)
    {
        services.AddSingleton(provider => new SharedKeys(
            () => redis(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SharedKeys>>()));
        services.AddDataProtection().SetApplicationName("MyPortal.Web");
        services.AddOptions<KeyManagementOptions>().Configure<SharedKeys>((options, keys) => options.XmlRepository = keys);
        return services;
    }

    /// <summary>Makes the session's cookie undecided, not refused, while the keys cannot be read. Comes after the cookie's own setup, which it wraps.</summary>
    public static void AddUndecidedSessions(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddHealthChecks().AddCheck<SharedKeysHealth>("keys");
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .PostConfigure<SharedKeys, IHttpContextAccessor>((options, keys, accessor) =>
                options.TicketDataFormat = new SessionTickets(options.TicketDataFormat, keys, accessor));
    }
}
