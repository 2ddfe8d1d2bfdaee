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
                check.Factory = services => new RepeatedCheck(factory(services));
            }
        });
        return app;
    }

    /// <summary>Asks again for a while before it says that something is not healthy.</summary>
    private sealed class RepeatedCheck(IHealthCheck check) : IHealthCheck
    {
        private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            var begin = TimeProvider.System.GetTimestamp();
            while (true)
            {
                var result = await check.CheckHealthAsync(context, cancellationToken);
                if (result.Status == HealthStatus.Healthy || TimeProvider.System.GetElapsedTime(begin) > Timeout)
                    return result;
                await Task.Delay(Interval, cancellationToken);
            }
        }
    }
}
