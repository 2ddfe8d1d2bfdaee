using Npgsql;

namespace MyPortal.TicketApi.Tickets.LiveUpdates;

/// <summary>Listens on one connection for all of this process. When it breaks, a new one is opened, and all listeners are told to look again.</summary>
internal sealed class TicketChangeReceiver(
    IConfiguration configuration, TicketListeners listeners, ILogger<TicketChangeReceiver> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    // Outside the pool, because it never comes back; and tried now and then, because one that a firewall has forgotten looks like a quiet one.
    private readonly string _connection =
        new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("ticketdb")) { Pooling = false, KeepAlive = 20 }.ConnectionString;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation("Listening for changed tickets was interrupted ({Reason}); trying again", failure.GetType().Name);
                await Task.Delay(RetryDelay, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(stoppingToken);
        connection.Notification += (_, notification) =>
        {
            if (TicketNews.Read(notification.Payload) is { } news)
                listeners.Tell(news);
        };
        await using (var listen = new NpgsqlCommand($"listen {TicketNews.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        listeners.Missed();
        while (true)
            await connection.WaitAsync(stoppingToken);
    }
}
