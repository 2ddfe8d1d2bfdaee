using Wolverine;

namespace MyPortal.TicketApi.Mail;

/// <summary>Sends one mail to one recipient, unless it has been settled already.</summary>
/// <param name="NotificationId">What to say, and to whom.</param>
internal sealed record SendMail(Guid NotificationId);

internal sealed class SendMailHandler(MailDelivery delivery) : IWolverineHandler
{
    public Task HandleAsync(SendMail message, CancellationToken cancellationToken) => delivery.DeliverAsync(message.NotificationId, cancellationToken);
}
