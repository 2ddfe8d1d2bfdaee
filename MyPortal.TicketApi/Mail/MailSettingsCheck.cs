using Microsoft.Extensions.Options;

namespace MyPortal.TicketApi.Mail;

/// <summary>Reads the settings at the start, so that a mistake in them is found then and not with the first mail.</summary>
internal sealed class MailSettingsCheck(IOptions<MailOptions> options, ILogger<MailSettingsCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Connection is null)
            logger.LogWarning("ConnectionStrings:mail is missing: mails wait until a start that has it");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
