namespace MyPortal.TicketApi.Mail;

/// <summary>Sends one mail to one recipient, unless it has been settled already.</summary>
/// <param name="NotificationId">What to say, and to whom.</param>
public sealed record SendMail(Guid NotificationId);
