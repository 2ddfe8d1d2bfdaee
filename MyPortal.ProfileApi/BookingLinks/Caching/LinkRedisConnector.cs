namespace MyPortal.ProfileApi.BookingLinks.Caching;

/// <summary>Connects to Redis when the service starts, but does not let the start wait for it.</summary>
internal sealed class LinkRedisConnector(LinkRedis redis, ILogger<LinkRedisConnector> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await redis.Connect().WaitAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Redis cannot be used as configured. Booking links are read from PostgreSQL.");
        }
    }
}
