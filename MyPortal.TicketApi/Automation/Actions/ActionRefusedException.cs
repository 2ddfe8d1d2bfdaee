namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>The action cannot be done, now or later; the message says why, for the run log, without any text of tickets.</summary>
internal sealed class ActionRefusedException(string message) : Exception(message);
