using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>Everything that a ticket page shows.</summary>
/// <param name="Number">What people call the ticket; from 1001 up.</param>
/// <param name="Subject">At most 200 characters, one line.</param>
/// <param name="Status">Where the ticket stands.</param>
/// <param name="Priority">How soon it needs attention.</param>
/// <param name="Requester">Who opened it.</param>
/// <param name="Company">The requester's company at that time, if any.</param>
/// <param name="Assignee">The technician who has it, if any.</param>
/// <param name="CreatedAt">When it was opened, in UTC.</param>
/// <param name="UpdatedAt">Last activity that every reader may see, in UTC. Internal notes do not count.</param>
/// <param name="Description">Plain text, at most 20,000 characters.</param>
/// <param name="Version">Opaque; also sent as <c>ETag</c>. Send it in <c>If-Match</c> when you change assignee, status or priority.</param>
/// <param name="Replies">The latest 100 replies that the reader may see, oldest first.</param>
/// <param name="EarlierReplies">Send it as <c>before</c> to the ticket's replies for those before; null when these are all.</param>
/// <param name="Timeline">The latest 200 events, oldest first.</param>
/// <param name="BookingReference">
/// Opaque token to hand to a calendar when a call about this ticket is booked; made for this reader, valid for 60 days.
/// Null when nobody has the ticket.
/// </param>
/// <param name="May">What the reader may do, so that a page need not offer the rest.</param>
/// <param name="RequesterContact">How to reach the requester; for technicians and administrators only, else null.</param>
/// <param name="Calls">Calls that are ahead or going on, soonest first; then the latest ten others, latest first.</param>
/// <param name="Watching">Whether the reader is told of this ticket's calls by mail.</param>
/// <param name="WatcherCount">How many people are.</param>
public sealed record TicketDetail(
    long Number,
    string Subject,
    TicketStatus Status,
    TicketPriority Priority,
    PersonReference Requester,
    CompanyReference? Company,
    PersonReference? Assignee,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string Description,
    string Version,
    IReadOnlyList<ReplyItem> Replies,
    string? EarlierReplies,
    IReadOnlyList<TimelineItem> Timeline,
    string? BookingReference,
    TicketPermissions May,
    Contact? RequesterContact,
    IReadOnlyList<CallItem> Calls,
    bool Watching,
    int WatcherCount);

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
