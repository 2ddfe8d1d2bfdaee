using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Infrastructure.Problems;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Tickets;

/// <summary>A ticket as lists show it.</summary>
public record TicketSummary
{
    /// <summary>What people call the ticket; from 1001 up.</summary>
    public required long Number { get; init; }

    /// <summary>At most 200 characters, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>Where the ticket stands.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>How soon it needs attention.</summary>
    public required TicketPriority Priority { get; init; }

    /// <summary>Who opened it.</summary>
    public required PersonReference Requester { get; init; }

    /// <summary>The requester's company at that time, if any.</summary>
    public required CompanyReference? Company { get; init; }

    /// <summary>The technician who has it, if any.</summary>
    public required PersonReference? Assignee { get; init; }

    /// <summary>When it was opened, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last activity that every reader may see, in UTC. Internal notes do not count.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A ticket with what is said of it wherever it appears: for a query to go on from, which reads no more than it then takes.</summary>
internal sealed class SummarizedTicket
{
    public required Ticket Ticket { get; init; }
    public required TicketSummary Summary { get; init; }
}

internal static class TicketSummaries
{
    // Made once: to make it costs a request more than to use it.
    private static readonly Expression<Func<Ticket, SummarizedTicket>> Projection = ticket => new SummarizedTicket
    {
        Ticket = ticket,
        Summary = new TicketSummary
        {
            Number = ticket.Number,
            Subject = ticket.Subject,
            Status = ticket.Status,
            Priority = ticket.Priority,
            Requester = new PersonReference(ticket.RequesterId, ticket.Requester.Name),
            Company = ticket.Company == null ? null : new CompanyReference(ticket.Company.Id, ticket.Company.Name),
            Assignee = ticket.Assignee == null ? null : new PersonReference(ticket.Assignee.Id, ticket.Assignee.Name),
            CreatedAt = ticket.CreatedAt,
            UpdatedAt = ticket.UpdatedAt,
        },
    };

    public static IQueryable<SummarizedTicket> Summarized(this IQueryable<Ticket> tickets) => tickets.Select(Projection);
}

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
