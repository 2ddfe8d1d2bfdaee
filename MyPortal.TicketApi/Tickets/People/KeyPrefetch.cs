using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace MyPortal.TicketApi.Tickets.People;

/// <summary>Fetches ProfileApi's keys beside the start, so that the first request need not wait for them.</summary>
internal sealed class KeyPrefetch(IOptionsMonitor<JwtBearerOptions> options, ILogger<KeyPrefetch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var keys = options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!;
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(5));
        do
        {
            try
            {
                await keys.GetConfigurationAsync(stoppingToken);
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation("ProfileApi's keys are not there yet ({Reason}); trying again", failure.GetType().Name);
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }
}
