using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace MyPortal.Web.Clients;

internal static class ClientSetup
{
    public static void AddApiClients(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddTransient<BearerTokenHandler>();
        services.AddOptions<TechnicianOptions>().BindConfiguration(TechnicianOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddHttpClient<TicketClient>(http => http.BaseAddress = new("https+http://ticketapi"))
            .AddHttpMessageHandler<BearerTokenHandler>()
            .AddStandardResilienceHandler(RetryReadsOnly);
        services.AddHttpClient<AutomationClient>(http => http.BaseAddress = new("https+http://ticketapi"))
            .AddHttpMessageHandler<BearerTokenHandler>()
            .AddStandardResilienceHandler(RetryReadsOnly);
        services.AddHttpClient<CallClient>(http => http.BaseAddress = new("https+http://ticketapi"))
            .AddHttpMessageHandler<BearerTokenHandler>()
            .AddStandardResilienceHandler(RetryReadsOnly);
        services.AddHttpClient<WebhookClient>(http => http.BaseAddress = new("https+http://ticketapi"))
            .AddHttpMessageHandler<BearerTokenHandler>()
            .AddStandardResilienceHandler(RetryReadsOnly);
        services.AddHttpClient<ConnectionClient>(http => http.BaseAddress = new("https+http://ticketapi"))
            .AddHttpMessageHandler<BearerTokenHandler>()
            .AddStandardResilienceHandler(WaitForCalCom);
        services.AddHttpClient<UnsubscribeClient>(http => http.BaseAddress = new("https+http://ticketapi"))
            .AddStandardResilienceHandler(RetryReadsOnly);
        services.AddHttpClient<ProfileClient>(http => http.BaseAddress = new("https+http://profileapi"))
            .AddHttpMessageHandler<BearerTokenHandler>()
            .AddStandardResilienceHandler(RetryReadsOnly);
        services.AddHttpClient<TechnicianClient>(http => http.BaseAddress = new("https+http://profileapi"))
            .AddHttpMessageHandler<BearerTokenHandler>()
            .AddResilienceHandler("technicians", (pipeline, context) => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    SamplingDuration = TimeSpan.FromSeconds(10),
                    MinimumThroughput = 6,
                    FailureRatio = 0.5,
                    BreakDuration = TimeSpan.FromSeconds(5),
                })
                .AddTimeout(context.ServiceProvider.GetRequiredService<IOptions<TechnicianOptions>>().Value.Timeout));
    }

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
