namespace MyPortal.TicketApi.Automation.Outgoing;

/// <summary>A webhook's host name leads to an address that webhooks may not go to.</summary>
internal sealed class AddressRefusedException() : IOException("The address leads to a network that webhooks may not go to.");
