namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>A delivery has been stored and is to be processed. Harmless when it has been already.</summary>
public sealed record ProcessDelivery(Guid DeliveryId);
