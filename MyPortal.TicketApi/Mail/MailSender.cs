using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MyPortal.TicketApi.Mail;

/// <summary>What became of one attempt to hand a mail in.</summary>
internal enum MailOutcome
{
    Sent,

    /// <summary>The server is away, busy or not set up: worth another attempt.</summary>
    Retried,

    /// <summary>The server will never take this mail or this recipient.</summary>
    Refused,
}

/// <summary>Hands mails to the SMTP server, one connection each: they are few, and a broken connection then concerns one mail only.</summary>
public sealed class MailSender(IOptions<MailOptions> options, ILogger<MailSender> logger)
{
    private static readonly TimeSpan StepTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    internal async Task<MailOutcome> SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        if (options.Value.Connection is not { } connection)
            return Retry("not_configured");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        var smtp = new SmtpClient { Timeout = (int)StepTimeout.TotalMilliseconds };
        var taken = false;
        try
        {
            await smtp.ConnectAsync(connection.Host, connection.Port, connection.Security, limit.Token);
            if (connection.Credential is { } credential)
                await smtp.AuthenticateAsync(credential, limit.Token);
            await smtp.SendAsync(mail, limit.Token);
            // Not waited for: until the caller has noted that the mail is taken, a crash would send it again.
            _ = FarewellAsync(smtp);
            taken = true;
            return MailOutcome.Sent;
        }
        catch (SmtpCommandException refusal) when (IsForGood(refusal))
        {
            // The text of a refusal may quote the address.
            logger.LogWarning("The mail server refuses a mail for good: {ErrorCode}, {StatusCode}", refusal.ErrorCode, refusal.StatusCode);
            return MailOutcome.Refused;
        }
        // Whatever else went wrong, the mail is not at fault: it waits.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Retry(failure.GetType().Name);
        }
        finally
        {
            if (!taken)
                smtp.Dispose();
        }
    }

    // Taken is taken: whatever goes wrong here is nobody's business.
    private static async Task FarewellAsync(SmtpClient smtp)
    {
        using (smtp)
        using (var limit = new CancellationTokenSource(StepTimeout))
            await smtp.DisconnectAsync(quit: true, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // 5xx about this recipient or this mail. About the sender or the session it is a matter of configuration, which somebody will mend.
    private static bool IsForGood(SmtpCommandException refusal) =>
        (int)refusal.StatusCode >= 500 && refusal.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted);

    private MailOutcome Retry(string reason)
    {
        logger.LogInformation("Mail could not be handed in ({Reason}); it will be tried again", reason);
        return MailOutcome.Retried;
    }
}
