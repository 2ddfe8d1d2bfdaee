using Microsoft.Extensions.Options;

namespace MyPortal.TicketApi.CalComApi;

internal static class CalComApiServices
{
    /// <summary>Cal.com's API v2, for whoever's key is given with each call.</summary>
    public static void AddCalComApi(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<CalComOptions>, CalComOptionsValidator>();
        services.AddOptions<CalComOptions>().BindConfiguration(CalComOptions.Section).ValidateOnStart();
        services.AddSingleton<RateLimits>();
        services.AddHttpClient<CalComHttp>((provider, http) =>
            {
                http.BaseAddress = provider.GetRequiredService<IOptions<CalComOptions>>().Value.Api;
                http.Timeout = CalComHttp.TimeLimit;
                http.MaxResponseContentBufferSize = CalComHttp.MaximumAnswer;
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
}
