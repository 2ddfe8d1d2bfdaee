using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>Degraded, never unhealthy: without Redis this service answers from PostgreSQL and must keep its traffic.</summary>
internal sealed class LinkRedisHealth(LinkRedis redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ping = await redis.TryAsync(database => database.PingAsync());
        return ping.Answered
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Redis does not answer in time. Booking links are read from PostgreSQL.");
    }
}
