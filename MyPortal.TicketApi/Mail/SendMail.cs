using Wolverine.Attributes;

namespace MyPortal.TicketApi.Mail;

/// <summary>Sends one mail to one recipient, unless it has been settled already.</summary>
/// <param name="NotificationId">What to say, and to whom.</param>
internal sealed record SendMail(Guid NotificationId);

[WolverineHandler]
internal static class SendMailHandler
{
    public static Task HandleAsync(SendMail message, MailDelivery delivery, CancellationToken cancellationToken) =>
        delivery.DeliverAsync(message.NotificationId, cancellationToken);
}
