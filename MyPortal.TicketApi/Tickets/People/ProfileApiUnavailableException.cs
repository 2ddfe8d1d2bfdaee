namespace MyPortal.TicketApi.Tickets.People;

/// <summary>ProfileApi, which this request cannot do without, did not answer. Becomes a 503 problem.</summary>
internal sealed class ProfileApiUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
