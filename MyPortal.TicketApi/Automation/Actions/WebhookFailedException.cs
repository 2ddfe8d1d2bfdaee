namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>The receiver could not be reached or did not accept the webhook; it may later.</summary>
internal sealed class WebhookFailedException(string message, Exception? inner = null) : Exception(message, inner);
