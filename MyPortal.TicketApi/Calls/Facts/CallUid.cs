namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>One of the ids that a calendar gave to a booking: each move makes a new one.</summary>
internal sealed class CallUid
{
    public required string ConnectionId { get; init; }
    public required string Uid { get; init; }
    public Guid CallId { get; set; }

    /// <summary>The one before the move; null for the first, or as long as it is not known.</summary>
    public string? PredecessorUid { get; set; }
}
