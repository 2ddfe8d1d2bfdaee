using System.ComponentModel.DataAnnotations;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

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

/// <summary>A new ticket; whoever sends it becomes the requester.</summary>
/// <param name="Subject">1 to 200 characters, one line.</param>
/// <param name="Description">1 to 20,000 characters of plain text.</param>
/// <param name="Priority"><c>normal</c> when left out.</param>
public sealed record NewTicket(
    [property: Required(ErrorMessage = NewTicket.SubjectWanted), StringLength(TextLimits.MaxSubjectLength, MinimumLength = 1, ErrorMessage = NewTicket.SubjectWanted), SingleLine]
    string Subject,
    [property: Required(ErrorMessage = NewTicket.DescriptionWanted), StringLength(TextLimits.MaxTextLength, MinimumLength = 1, ErrorMessage = NewTicket.DescriptionWanted), PlainText]
    string Description,
    TicketPriority? Priority = null)
{
    private const string SubjectWanted = $"Enter a subject of at most {TextLimits.MaxSubjectLengthInWords} characters.";
    private const string DescriptionWanted = $"Enter a description of at most {TextLimits.MaxTextLengthInWords} characters.";
}
