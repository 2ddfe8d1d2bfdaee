using MyPortal.ServiceDefaults;

namespace MyPortal.TicketApi.Infrastructure.Periodic;

internal static class PeriodicModule
{
    /// <summary>Deletes what modules keep for a limited time; each says so by a <see cref="Retention"/> among the services.</summary>
    public static void AddPeriodic(this WebApplicationBuilder builder)
    {
        // While the OpenAPI document is made, there is no database.
        if (!OpenApiBuild.IsRunning)
            builder.Services.AddHostedService<RetentionWorker>();
    }
}
