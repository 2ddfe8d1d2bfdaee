using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace MyPortal.Web.Clients;

/// <summary>The two APIs as pages use them: typed, on behalf of whoever is signed in, with a limit to how long a page waits.</summary>
internal static class ClientsModule
{
    private const string TicketApi = "https+http://ticketapi";
    private const string ProfileApi = "https+http://profileapi";

    public static void AddClients(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddTransient<BearerTokenHandler>();
        services.AddOptions<TechnicianOptions>().BindConfiguration(TechnicianOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddSignedInClient<TicketClient>(TicketApi).AddStandardResilienceHandler(RetryReadsOnly);
        services.AddSignedInClient<AutomationClient>(TicketApi).AddStandardResilienceHandler(RetryReadsOnly);
        services.AddSignedInClient<CallClient>(TicketApi).AddStandardResilienceHandler(RetryReadsOnly);
        services.AddSignedInClient<WebhookClient>(TicketApi).AddStandardResilienceHandler(RetryReadsOnly);
        services.AddSignedInClient<ConnectionClient>(TicketApi).AddStandardResilienceHandler(WaitForCalCom);
        services.AddHttpClient<UnsubscribeClient>(http => http.BaseAddress = new(TicketApi)).AddStandardResilienceHandler(RetryReadsOnly);
        services.AddSignedInClient<ProfileClient>(ProfileApi).AddStandardResilienceHandler(RetryReadsOnly);
        services.AddSignedInClient<TechnicianClient>(ProfileApi).AddResilienceHandler("technicians", (pipeline, context) => pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                SamplingDuration = TimeSpan.FromSeconds(10),
                MinimumThroughput = 6,
                FailureRatio = 0.5,
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .AddTimeout(context.ServiceProvider.GetRequiredService<IOptions<TechnicianOptions>>().Value.Timeout));
    }

    private static IHttpClientBuilder AddSignedInClient<T>(this IServiceCollection services, string api) where T : class =>
        services.AddHttpClient<T>(http => http.BaseAddress = new(api)).AddHttpMessageHandler<BearerTokenHandler>();

    // A repeated write could write twice; a repeated read only costs time.
    private static void RetryReadsOnly(HttpStandardResilienceOptions options)
    {
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(11);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(10);
        options.Retry.MaxRetryAttempts = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.DisableForUnsafeHttpMethods();
    }

    // TicketApi asks Cal.com before it answers, which may take two calls there.
    private static void WaitForCalCom(HttpStandardResilienceOptions options)
    {
        RetryReadsOnly(options);
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(25);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(26);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(50);
    }
}
