using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>Everything that a ticket page shows.</summary>
// Left to itself, JSON would have what a summary has come last.
public sealed record TicketDetail : TicketSummary
{
#pragma warning disable CS8618 // What every ticket has comes from the summary; TicketReader, which alone makes one, sets the rest.
    [SetsRequiredMembers]
    internal TicketDetail(TicketSummary summary)
        : base(summary)
    {
    }
#pragma warning restore CS8618

    /// <summary>Plain text, at most 20,000 characters.</summary>
    [JsonPropertyOrder(1)]
    public required string Description { get; init; }

    /// <summary>Opaque; also sent as <c>ETag</c>. Send it in <c>If-Match</c> when you change assignee, status or priority.</summary>
    [JsonPropertyOrder(1)]
    public required string Version { get; init; }

    /// <summary>The latest 100 replies that the reader may see, oldest first.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<ReplyItem> Replies { get; init; }

    /// <summary>Send it as <c>before</c> to the ticket's replies for those before; null when these are all.</summary>
    [JsonPropertyOrder(1)]
    public required string? EarlierReplies { get; init; }

    /// <summary>The latest 200 events, oldest first.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    /// <summary>
    /// Opaque token to hand to a calendar when a call about this ticket is booked; made for this reader, valid for 60 days.
    /// Null when nobody has the ticket.
    /// </summary>
    [JsonPropertyOrder(1)]
    public required string? BookingReference { get; init; }

    /// <summary>What the reader may do, so that a page need not offer the rest.</summary>
    [JsonPropertyOrder(1)]
    public required TicketPermissions May { get; init; }

    /// <summary>How to reach the requester; for technicians and administrators only, else null.</summary>
    [JsonPropertyOrder(1)]
    public required Contact? RequesterContact { get; init; }

    /// <summary>Calls that are ahead or going on, soonest first; then the latest ten others, latest first.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<CallItem> Calls { get; init; }

    /// <summary>Whether the reader is told of this ticket's calls by mail.</summary>
    [JsonPropertyOrder(1)]
    public required bool Watching { get; init; }

    /// <summary>How many people are.</summary>
    [JsonPropertyOrder(1)]
    public required int WatcherCount { get; init; }
}

/// <summary>How to reach a person.</summary>
/// <param name="Name">As people call them.</param>
/// <param name="Email">Their e-mail address.</param>
public sealed record Contact(string Name, string Email);

/// <summary>What the reader may do with the ticket as it stands.</summary>
/// <param name="Reply">Write a reply that everybody sees. False on closed tickets.</param>
/// <param name="AddInternalNote">Write a reply for technicians and administrators only. False on closed tickets.</param>
/// <param name="Assign">Change the assignee.</param>
/// <param name="ChangeStatus">Change status and priority.</param>
public sealed record TicketPermissions(bool Reply, bool AddInternalNote, bool Assign, bool ChangeStatus);
