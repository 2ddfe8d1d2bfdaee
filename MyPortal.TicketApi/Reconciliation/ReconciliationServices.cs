using MyPortal.ServiceDefaults;

namespace MyPortal.TicketApi.Reconciliation;

internal static class ReconciliationServices
{
    public static void AddReconciliation(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ReconciliationOptions>().BindConfiguration(ReconciliationOptions.Section)
            .Validate(options => options.Period > TimeSpan.Zero && options.Delay >= TimeSpan.Zero && options.Grace >= TimeSpan.Zero,
                "Reconciliation: Period must be positive, Delay and Grace not negative.")
            .ValidateOnStart();
        services.AddSingleton<ReconciliationTelemetry>();
        services.AddScoped<KnownBookings>();
        services.AddScoped<DriftInbox>();
        services.AddScoped<Reconciler>();
        if (!OpenApiBuild.IsRunning)
            services.AddHostedService<ReconciliationWorker>();
    }
}
