using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MyPortal.TicketApi.Bookings;
using MyPortal.TicketApi.People;
using MyPortal.TicketApi.Problems;
using MyPortal.TicketApi.Replies;
using MyPortal.TicketApi.Timeline;

namespace MyPortal.TicketApi.Tickets;

/// <summary>A ticket as lists show it.</summary>
/// <param name="Number">What people call the ticket; from 1001 up.</param>
/// <param name="Subject">At most 200 characters, one line.</param>
/// <param name="Status">Where the ticket stands.</param>
/// <param name="Priority">How soon it needs attention.</param>
/// <param name="Requester">Who opened it.</param>
/// <param name="Company">The requester's company at that time, if any.</param>
/// <param name="Assignee">The technician who has it, if any.</param>
/// <param name="CreatedAt">When it was opened, in UTC.</param>
/// <param name="UpdatedAt">Last activity that every reader may see, in UTC. Internal notes do not count.</param>
public sealed record TicketSummary(
    long Number,
    string Subject,
    TicketStatus Status,
    TicketPriority Priority,
    PersonReference Requester,
    CompanyReference? Company,
    PersonReference? Assignee,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>One page of a list, newest activity first.</summary>
/// <param name="Items">The tickets of this page.</param>
/// <param name="NextCursor">Send it as <c>cursor</c> for the next page; null on the last one.</param>
public sealed record TicketPage(IReadOnlyList<TicketSummary> Items, string? NextCursor);

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

/// <summary>A new ticket; whoever sends it becomes the requester.</summary>
/// <param name="Subject">1 to 200 characters, one line.</param>
/// <param name="Description">1 to 20,000 characters of plain text.</param>
/// <param name="Priority"><c>normal</c> when left out.</param>
public sealed record NewTicket(
    [property: Required(ErrorMessage = NewTicket.SubjectWanted), StringLength(NewTicket.SubjectLength, MinimumLength = 1, ErrorMessage = NewTicket.SubjectWanted), SingleLine]
    string Subject,
    [property: Required(ErrorMessage = NewTicket.DescriptionWanted), StringLength(NewTicket.DescriptionLength, MinimumLength = 1, ErrorMessage = NewTicket.DescriptionWanted), PlainText]
    string Description,
    TicketPriority? Priority = null)
{
    internal const int SubjectLength = 200;
    internal const int DescriptionLength = 20_000;
    private const string SubjectWanted = "Enter a subject of at most 200 characters.";
    private const string DescriptionWanted = "Enter a description of at most 20,000 characters.";
}

/// <summary>Who is to have the ticket.</summary>
/// <param name="UserId">An active technician or administrator; null for nobody. Must be given.</param>
public sealed record AssigneeChange([property: JsonRequired] Guid? UserId);

/// <summary>Where the ticket is to stand.</summary>
/// <param name="Status">Any status; there is no forced order.</param>
public sealed record StatusChange([property: Required(ErrorMessage = "Choose a status.")] TicketStatus? Status);

/// <summary>How soon the ticket is to get attention.</summary>
/// <param name="Priority">Any priority.</param>
public sealed record PriorityChange([property: Required(ErrorMessage = "Choose a priority.")] TicketPriority? Priority);
