using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyPortal.AppHost.Dashboard;

internal static class PromptHealth
{
    /// <summary>
    /// Notices within a tenth of a second that a resource has become healthy. Aspire asks after 1, 3, 6 and 10 seconds, and each resource
    /// that waits for another would lose up to half of its start by that.
    /// </summary>
    public static IDistributedApplicationBuilder WithPromptHealth(this IDistributedApplicationBuilder app)
    {
        app.Services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations)
            {
                var factory = check.Factory;
                check.Factory = services => new PatientCheck(factory(services));
            }
        });
        return app;
    }

    /// <summary>Asks again for a while before it says that something is not healthy.</summary>
    private sealed class PatientCheck(IHealthCheck check) : IHealthCheck
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            var begin = TimeProvider.System.GetTimestamp();
            while (true)
            {
                var result = await check.CheckHealthAsync(context, cancellationToken);
                if (result.Status == HealthStatus.Healthy || TimeProvider.System.GetElapsedTime(begin) > Patience)
                    return result;
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
