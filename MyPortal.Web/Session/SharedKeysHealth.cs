using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyPortal.Web.Session;

/// <summary>A replica that has never read its keys can serve nobody, so it gets no traffic. One that has them needs Redis for this no longer.</summary>
internal sealed class SharedKeysHealth(SharedKeys keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.HasKeys || keys.CanBeReadNow() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The data-protection keys cannot be read."));
}
