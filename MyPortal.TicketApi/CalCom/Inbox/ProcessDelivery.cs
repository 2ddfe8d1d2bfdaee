namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>A delivery has been stored and is to be processed. Harmless when it has been already.</summary>
internal sealed record ProcessDelivery(Guid DeliveryId);
