using Microsoft.Extensions.Options;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Mail;

/// <summary>Reads the settings at the start, so that a mistake in them is found then and not with the first mail.</summary>
internal sealed class MailSettingsCheck(
    IOptions<MailOptions> options, PortalMailbox mailbox, PortalLinks links, IHostEnvironment environment, ILogger<MailSettingsCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Connection is null)
            logger.LogWarning("ConnectionStrings:mail is missing: mails wait until a start that has it");
        logger.LogDebug("Mails come from {Domain}", mailbox.Domain);
        if (!links.IsConfigured && !environment.IsDevelopment())
            logger.LogWarning("Portal:PublicUrl is missing: links in mails and calendars lead to {Portal}", links.Portal);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
